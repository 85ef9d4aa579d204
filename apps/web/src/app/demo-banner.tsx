import { app } from '#libs/words';
import { dayOf, minuteOf, placeOfZone } from '../lib/times.ts';
import styles from './demo-banner.module.css';

/** Nobody may take the demo for the real thing; its clock and its mail are one click away. */
export function DemoBanner({ now, timeZone }: { now: string; timeZone: string }) {
  return (
    <aside aria-label={app.demo.label} className={styles['banner']}>
      <p>
        <strong>{app.demo.label}</strong> {app.demo.text}{' '}
        {app.demo.now(dayOf(now, timeZone), minuteOf(now, timeZone), placeOfZone(timeZone))}
      </p>
      <a href="/dev/mail">{app.demo.mail}</a>
    </aside>
  );
}
