import { type RefObject, useEffect, useRef } from 'react';
import styles from './player.module.css';

const flat = Array.from({ length: 100 }, () => 12);

interface WaveProps {
  media: RefObject<HTMLMediaElement | null>;
  peaks: readonly number[] | null;
  seconds: number;
}

/** The picture of the sound; whoever does not see it has the slider beside it. Its drawing comes when it is needed. */
export function Wave({ media, peaks, seconds }: WaveProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    let remove: (() => void) | undefined;
    const draw = async (): Promise<void> => {
      const { default: WaveSurfer } = await import('wavesurfer.js');
      if (isGone || box.current === null || media.current === null) return;
      const style = getComputedStyle(box.current);
      const wave = WaveSurfer.create({
        container: box.current,
        media: media.current,
        peaks: [(peaks ?? flat).map((peak) => peak / 100)],
        duration: seconds,
        height: 64,
        barWidth: 2,
        barGap: 1,
        barRadius: 1,
        waveColor: style.getPropertyValue('--line-control'),
        progressColor: style.getPropertyValue('--accent'),
        cursorColor: style.getPropertyValue('--ink'),
      });
      remove = () => {
        wave.destroy();
      };
    };
    // Without the picture the work plays all the same.
    if (seconds > 0) draw().catch(() => undefined);
    return () => {
      isGone = true;
      remove?.();
    };
  }, [media, peaks, seconds]);
  return <div ref={box} className={styles['wave']} aria-hidden="true" />;
}
