import { critiqueFiles as words } from '#libs/words';
import styles from './upload.module.css';

/** What the sound looks like, before it is sent. */
export function WavePicture({ peaks }: { peaks: readonly number[] }) {
  return (
    <svg
      className={styles['wave']}
      viewBox={`0 0 ${peaks.length} 200`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.wave}
    >
      <path d={peaks.map((peak, at) => `M${at + 0.5} ${100 - peak}V${100 + Math.max(peak, 1)}`).join('')} />
    </svg>
  );
}
