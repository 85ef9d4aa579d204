import { mailLog } from '#libs/words';
import type { AttendeeView } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';

/** What came of the last mail to a guest, why, and which it was. */
export function LastMail({ mail }: { mail: NonNullable<AttendeeView['lastMail']> }) {
  const words = mailLog;
  const { timeZone } = useEvent();
  const { fate, reason, kind, at } = mail;
  return (
    <>
      <p>{words.fates[fate]}</p>
      {reason !== null && <p className="soft small">{words.reasons[reason]}</p>}
      <p className="soft small">{words.lastMailWhich(words.kinds[kind], momentOf(at, timeZone))}</p>
    </>
  );
}
