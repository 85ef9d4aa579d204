import styles from './insights.module.css';

/** A share as a length; the number stands beside it, so that it is a picture only. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className={styles['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles['track']} width="100" height="6" />
      <rect className={styles['fill']} width={share * 100} height="6" />
    </svg>
  );
}
