import type { ReactNode } from 'react';
import { app, mailLog } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { mayEditGuests } from '../../lib/rights.ts';
import type { AttendeeView } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import { DoorNote } from './door-note.tsx';
import { GuestDecisions } from './guest-decisions.tsx';
import styles from './guest-detail.module.css';
import { GuestHistory } from './guest-history.tsx';
import { GuestStanding } from './guest-standing.tsx';
import { LastMail } from './last-mail.tsx';
import { useWaitingActs } from './use-guest-acts.ts';
import { WriteAgain } from './write-again.tsx';

/** Everything about one guest, and everything that can be done about them. */
export function GuestDetail({ guest, close }: { guest: AttendeeView; close: () => void }) {
  const mayEdit = mayEditGuests(useMembership().role);
  const waiting = useWaitingActs().get(guest.id);
  return (
    <Dialog opened close={close} title={guest.name} wide>
      <div className={styles['detail']}>
        <Facts guest={guest} mayEdit={mayEdit}>
          <GuestStanding guest={guest} waiting={waiting} />
        </Facts>
        {guest.answers !== null && <Answers answers={guest.answers} />}
        {mayEdit && guest.mailReturns && <WriteAgain guest={guest} />}
        {mayEdit && <DoorNote guest={guest} />}
        {mayEdit && waiting === undefined && <GuestDecisions guest={guest} close={close} />}
        {mayEdit && <GuestHistory guest={guest} />}
      </div>
    </Dialog>
  );
}

function Facts({ guest, mayEdit, children }: { guest: AttendeeView; mayEdit: boolean; children: ReactNode }) {
  const words = app.guests.detail;
  const { timeZone } = useEvent();
  const { email, guests, partySize, createdAt, checkedInAt, introductions, note, doorNote, code, lastMail } =
    guest;
  const unnamed = partySize - 1 - guests.length;
  const brings = [...guests, ...(unnamed > 0 ? [words.unnamed(unnamed)] : [])];
  const { given, notAsked } = app.guests.introductions;
  return (
    <dl className={styles['facts']}>
      <Fact label={words.standing}>{children}</Fact>
      <Fact label={words.address}>{email}</Fact>
      <Fact label={words.brings}>{brings.length === 0 ? words.nobody : brings.join(', ')}</Fact>
      <Fact label={words.asked}>{momentOf(createdAt, timeZone)}</Fact>
      {checkedInAt !== null && <Fact label={words.checkedIn}>{momentOf(checkedInAt, timeZone)}</Fact>}
      <Fact label={words.code}>{code}</Fact>
      <Fact label={words.introductions}>{introductions === 'given' ? given : notAsked}</Fact>
      {!mayEdit && doorNote !== null && <Fact label={app.guests.doorNote.label}>{doorNote}</Fact>}
      {note !== null && <Fact label={words.note}>{note}</Fact>}
      {lastMail !== null && (
        <Fact label={mailLog.lastMail}>
          <LastMail mail={lastMail} />
        </Fact>
      )}
    </dl>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Answers({ answers }: { answers: NonNullable<AttendeeView['answers']> }) {
  const words = app.guests.detail;
  return (
    <section className={styles['part']}>
      <h3>{words.answers}</h3>
      {answers.length === 0 && <p className="soft">{words.noAnswers}</p>}
      <dl className={styles['facts']}>
        {answers.map(({ question, answers: given }, at) => (
          <Fact key={at} label={question}>
            <span className={styles['answer']}>{given.join('\n')}</span>
          </Fact>
        ))}
      </dl>
    </section>
  );
}
