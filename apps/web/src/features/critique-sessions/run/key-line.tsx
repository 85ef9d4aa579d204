import { app } from '#libs/words';
import { Key } from '../../../components/key.tsx';
import { useAllKeys } from '../../../lib/keys.ts';
import styles from './key-line.module.css';

const words = app.critiqueRun.keys;

/** What every key does at this moment; hands that run an evening do not look for it. */
export function KeyLine() {
  const keys = useAllKeys().flat();
  return (
    <section className={styles['keys']} aria-labelledby="run-keys">
      <h3 id="run-keys">{words.title}</h3>
      <dl>
        {keys.map(({ shown, label }) => (
          <div key={`${shown} ${label}`}>
            <dt>
              <Key>{shown}</Key>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Key>{words.criticKey}</Key>
          </dt>
          <dd>{words.critic}</dd>
        </div>
      </dl>
    </section>
  );
}
