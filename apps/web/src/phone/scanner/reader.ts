import { type Camera, CameraError, type CameraFault, closeCamera, openCamera } from './camera.ts';
import { type Detector, loadDetector, ownDetector } from './detector.ts';
import { Seen } from './seen.ts';

export interface ReaderState {
  state: 'starting' | 'reading' | CameraFault;
  hasTorch: boolean;
  isLit: boolean;
  hasOther: boolean;
}

const starting: ReaderState = { state: 'starting', hasTorch: false, isLit: false, hasOther: false };

/** Eight looks a second: at once to the eye, and a third of what a phone could do. */
const lookMs = 120;

/** A camera that is read until `stop`. Each code is told once, and again only after it was out of sight. */
export class CameraReader {
  private current = starting;
  private camera: Camera | undefined;
  private detector: Detector | undefined;
  /** Counts the openings, and the stop: what was begun before the last of them is nobody's any more. */
  private turn = 0;
  private readonly listeners = new Set<() => void>();
  private readonly seen = new Seen();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly tell: (text: string) => void,
  ) {}

  readonly state = (): ReaderState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @param deviceId which camera; the one on the back if left out */
  async start(deviceId?: string): Promise<void> {
    const turn = this.begin();
    this.change(starting);
    try {
      const [camera, detector] = await Promise.all([
        this.open(turn, deviceId),
        this.detector ?? loadDetector(),
      ]);
      this.detector = detector;
      if (turn !== this.turn) return;
      await this.video.play();
      if (turn !== this.turn) return;
      this.change({
        ...starting,
        state: 'reading',
        hasTorch: camera.torch !== null,
        hasOther: camera.other !== null,
      });
      await this.look(camera);
    } catch (error) {
      if (turn !== this.turn) return;
      this.begin();
      this.change({ ...starting, state: error instanceof CameraError ? error.fault : 'failed' });
    }
  }

  stop(): void {
    this.begin();
  }

  async turnTorch(): Promise<void> {
    const isLit = !this.current.isLit;
    try {
      await this.camera?.torch?.(isLit);
      this.change({ ...this.current, isLit });
    } catch {
      this.change({ ...this.current, hasTorch: false, isLit: false });
    }
  }

  turnCamera(): Promise<void> {
    return this.start(this.camera?.other ?? undefined);
  }

  /** Lets go of the camera there is; not of a picture that another reader gave the same element since. */
  private begin(): number {
    if (this.camera !== undefined) {
      closeCamera(this.camera);
      this.video.srcObject = null;
    }
    this.camera = undefined;
    return ++this.turn;
  }

  private async open(turn: number, deviceId?: string): Promise<Camera> {
    const camera = await openCamera(deviceId);
    if (turn === this.turn) {
      this.camera = camera;
      this.video.srcObject = camera.stream;
    } else closeCamera(camera);
    return camera;
  }

  private async look(camera: Camera): Promise<void> {
    while (this.camera === camera) {
      const isThere = !document.hidden && this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
      const codes = isThere ? await this.read() : [];
      if (this.camera !== camera) return;
      for (const text of this.seen.fresh(codes, performance.now())) this.tell(text);
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  }

  private async read(): Promise<string[]> {
    try {
      const codes = (await this.detector?.detect(this.video)) ?? [];
      return codes.map(({ rawValue }) => rawValue);
    } catch {
      this.detector = await ownDetector();
      return [];
    }
  }

  private change(next: ReaderState): void {
    this.current = next;
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}
