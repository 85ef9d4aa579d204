import { app, mailLog } from '#libs/words';
import table from '../../components/people-table.module.css';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import type { AttendeeView } from '../../lib/shapes.ts';
import { minuteOf, momentOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import type { GuestAct } from './use-guest-acts.ts';

const tones: Record<AttendeeView['status'], Tone> = {
  held: 'quiet',
  pending: 'warn',
  confirmed: 'good',
  waitlisted: 'warn',
  offered: 'warn',
  declined: 'quiet',
  cancelled: 'quiet',
};

interface Props {
  guest: AttendeeView;
  waiting: GuestAct | undefined;
  /** Where no column says when somebody was checked in. */
  withTime?: boolean;
}

/** Where somebody stands, in a word, and what belongs to it below. */
export function GuestStanding({ guest, waiting, withTime = false }: Props) {
  const words = app.guests;
  const { timeZone } = useEvent();
  const { status, checkedInAt, cancelCause, place, movedUp, offerExpiresAt, source } = guest;
  const reached = howReached(guest);
  const details = [
    withTime && checkedInAt !== null && minuteOf(checkedInAt, timeZone),
    place !== null && words.place(place),
    movedUp && words.movedUp,
    offerExpiresAt !== null && words.offerUntil(momentOf(offerExpiresAt, timeZone)),
    cancelCause !== null && words.cause[cancelCause],
    source !== 'page' && words.source[source],
    guest.barred && words.barred,
  ].filter((detail) => detail !== false);
  return (
    <>
      {waiting === undefined ? (
        <StateWord tone={tones[status]}>{checkedInAt === null ? words.status[status] : words.came}</StateWord>
      ) : (
        <StateWord tone="warn">{words.acts[waiting].waits}</StateWord>
      )}
      {reached !== null && (
        <span className={table['detail']}>
          <StateWord tone={reached.tone}>{reached.word}</StateWord>
        </span>
      )}
      {details.map((detail) => (
        <span key={detail} className={table['detail']}>
          {detail}
        </span>
      ))}
    </>
  );
}

/** A word where mail does not reach them, or may not; where it does, or is on its way, the detail says so. */
function howReached({ mailReturns, lastMail }: AttendeeView): { tone: Tone; word: string } | null {
  if (mailReturns) return { tone: 'bad', word: mailLog.returnedBadge };
  if (lastMail === null || lastMail.fate === 'sent' || lastMail.fate === 'waiting') return null;
  const tone = lastMail.fate === 'unsure' ? 'warn' : 'bad';
  return { tone, word: mailLog.lastMailCame(mailLog.fates[lastMail.fate]) };
}
