import { Link } from '@tanstack/react-router';
import { mailLog } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import type { MailFate, MailLogLine } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import styles from './mail-log.module.css';

const tones: Record<MailFate, Tone> = {
  waiting: 'quiet',
  sent: 'good',
  returned: 'bad',
  failed: 'bad',
  unsure: 'warn',
  dropped: 'quiet',
};

/** One mail: to whom, which, about what, and what came of it. */
export function MailLogRow({ mail, showOnly }: { mail: MailLogLine; showOnly: () => void }) {
  const words = mailLog;
  const { slug, timeZone } = useMembership();
  const { at, to, kind, fate, reason, event } = mail;
  return (
    <li className={styles['mail']} tabIndex={-1} data-row>
      <div>
        <button type="button" className={styles['name']} aria-label={words.showOnly(to)} onClick={showOnly}>
          {to}
        </button>
        <p>{words.kinds[kind]}</p>
        {event !== null && (
          <Link to="/$slug/events/$eventId" params={{ slug, eventId: event.id }} className={styles['event']}>
            {event.title}
          </Link>
        )}
      </div>
      <div>
        <StateWord tone={tones[fate]}>{words.fates[fate]}</StateWord>
        {reason !== null && <p className="soft small">{words.reasons[reason]}</p>}
      </div>
      <time dateTime={at}>{momentOf(at, timeZone)}</time>
    </li>
  );
}
