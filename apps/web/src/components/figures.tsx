import { spokenLocale } from '#libs/words';
import styles from './figures.module.css';

export interface Figure {
  value: number;
  unit: string;
}

/** Numbers with their units, set like a programme's figures. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles['figures']}>
      {figures.map(({ value, unit }) => (
        <div key={unit}>
          <dt>{unit}</dt>
          <dd>{value.toLocaleString(spokenLocale())}</dd>
        </div>
      ))}
    </dl>
  );
}
