import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { CameraReader, type ReaderState } from './reader.ts';

export interface Scanner extends Omit<ReaderState, 'hasTorch' | 'hasOther'> {
  /** Null where the camera has no light. */
  turnTorch: (() => void) | null;
  /** Null where there is one camera alone. */
  turnCamera: (() => void) | null;
  /** After a refusal was taken back. */
  again: () => void;
}

const unknown: ReaderState = { state: 'starting', hasTorch: false, isLit: false, hasOther: false };

/**
 * Reads QR codes from the camera into a `<video muted playsInline>` as long as the screen stands there.
 * @param tell gets each code once, and again only after it was out of sight
 * @param isOn false lets go of the camera
 */
export function useScanner(
  video: RefObject<HTMLVideoElement | null>,
  tell: (text: string) => void,
  isOn = true,
): Scanner {
  const [reader, setReader] = useState<CameraReader>();
  const [current, setCurrent] = useState(unknown);
  const told = useEffectEvent(tell);
  useEffect(() => {
    if (!isOn || video.current === null) return;
    const opened = new CameraReader(video.current, (text) => {
      told(text);
    });
    const unsubscribe = opened.subscribe(() => {
      setCurrent(opened.state());
      setReader(opened);
    });
    void opened.start();
    return () => {
      unsubscribe();
      opened.stop();
    };
  }, [video, isOn]);
  const { state, isLit, hasTorch, hasOther } = current;
  return {
    state,
    isLit,
    turnTorch: hasTorch && reader ? () => void reader.turnTorch() : null,
    turnCamera: hasOther && reader ? () => void reader.turnCamera() : null,
    again: () => void reader?.start(),
  };
}
