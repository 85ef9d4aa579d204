/** Why there is no picture: the phone was told not to, has none, uses it elsewhere, or the page is not served by https. */
export type CameraFault = 'refused' | 'no-camera' | 'busy' | 'not-secure' | 'failed';

const faults: Record<string, CameraFault> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export class CameraError extends Error {
  readonly fault: CameraFault;

  constructor(fault: CameraFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface Camera {
  stream: MediaStream;
  /** Null where it has no light, or does not let a page use it. */
  torch: ((isOn: boolean) => Promise<void>) | null;
  /** The camera after this one; null where there is one alone. */
  other: string | null;
}

/** Enough for a code at arm's length; more only costs the battery. */
const size = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Opens a camera: the one on the back, or the one named.
 * @throws CameraError
 */
export async function openCamera(deviceId?: string): Promise<Camera> {
  // Left out by browsers where the page is not served by https.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new CameraError('not-secure');
  const which = deviceId === undefined ? { facingMode: 'environment' } : { deviceId: { exact: deviceId } };
  try {
    const stream = await devices.getUserMedia({ audio: false, video: { ...size, ...which } });
    return { stream, torch: torchOf(stream), other: await otherThan(stream, devices) };
  } catch (error) {
    throw new CameraError(faults[(error as Error).name] ?? 'failed');
  }
}

export function closeCamera({ stream }: Camera): void {
  for (const track of stream.getTracks()) track.stop();
}

function torchOf(stream: MediaStream): Camera['torch'] {
  const [track] = stream.getVideoTracks();
  // Neither every browser nor every list of types has it.
  const { getCapabilities } = (track ?? {}) as { getCapabilities?: () => { torch?: boolean } };
  if (track === undefined || getCapabilities?.call(track).torch !== true) return null;
  return (torch) => track.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
}

async function otherThan(stream: MediaStream, devices: MediaDevices): Promise<string | null> {
  const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
  if (cameras.length < 2) return null;
  const current = stream.getVideoTracks()[0]?.getSettings().deviceId;
  const at = cameras.findIndex(({ deviceId }) => deviceId === current);
  return cameras[(at + 1) % cameras.length]?.deviceId ?? null;
}
