import { tablesApp } from '#libs/words';
import { StateWord } from '../../components/state-word.tsx';
import type { Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import { toldLines } from './told.ts';

const words = tablesApp.told;

/** How good the seating is, in sentences; what is not as one would wish has its reason. */
export function Told({ mixer }: { mixer: Mixer }) {
  const lines = toldLines(mixer);
  if (lines.length === 0) return null;
  return (
    <section className={styles['part']} aria-labelledby="told">
      <h2 id="told">{words.title}</h2>
      <ul className={styles['told']}>
        {lines.map(({ isGood, text, why }) => (
          <li key={text}>
            <StateWord tone={isGood ? 'good' : 'warn'}>{text}</StateWord>
            {why !== undefined && <p className="soft">{why}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
