import { Button } from '@mantine/core';
import { doorDesk } from '#libs/words';
import { QrCode } from '../../phone/qr-code.tsx';
import type { NewDoorLink } from './door-calls.ts';
import styles from './door.module.css';

const words = doorDesk.made;

/** The one time that the code is told: nobody, not even the api, knows it afterwards. */
export function MadeLink({ made: { link, url, code }, close }: { made: NewDoorLink; close: () => void }) {
  return (
    <section className={styles['made']} aria-label={words.title(link.label)}>
      <div className={styles['qr']}>
        <QrCode text={url} label={words.qr} />
      </div>
      <div className="stack">
        <h3>{words.title(link.label)}</h3>
        <p>{words.scan}</p>
        <p className={styles['url']}>
          <a href={url}>{url}</a>
        </p>
        <p>
          {words.code} <strong className={styles['code']}>{code}</strong>
        </p>
        <p role="alert">{words.once}</p>
        <p className="soft">{words.kiosk(`${url}?kiosk`)}</p>
        <div>
          <Button variant="default" onClick={close}>
            {words.done}
          </Button>
        </div>
      </div>
    </section>
  );
}
