import { app } from '#libs/words';
import { useAllKeys } from '../lib/keys.ts';
import { Dialog } from './dialog.tsx';
import { Key } from './key.tsx';
import styles from './keys-help.module.css';

/** The keys of the screen that stands. */
export function KeysHelp({ close }: { close: () => void }) {
  const keys = useAllKeys().flat();
  return (
    <Dialog opened close={close} title={app.keys.title}>
      <dl className={styles['keys']}>
        {keys.map(({ shown, label }) => (
          <div key={shown}>
            <dt>
              <Key>{shown}</Key>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Key>{app.keys.listKeys}</Key>
          </dt>
          <dd>{app.keys.list}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
