import { critiqueNow } from '#libs/words';
import type { Now, Phase, Slot } from '../calls.ts';
import { Notice } from '../../phone/notice.tsx';
import { Between } from './between.tsx';
import { type Moment, momentOf } from './clock.ts';
import { Countdown } from './countdown.tsx';
import { CriticNow } from './critic-now.tsx';
import { Lost } from './lost.tsx';
import styles from './now.module.css';
import type { ServerClock } from '../../phone/server-clock.ts';
import { hasSeveralTables, hearingOf } from './situation.ts';
import { useAwake } from '../../phone/use-awake.ts';
import { useServerNow } from '../../phone/use-tick.ts';
import { Question } from './work-card.tsx';

const { author: authorWords, other, waiting } = critiqueNow;

export interface DuringProps {
  token: string;
  now: Now;
  slot: Slot;
  next: Slot | null;
  clock: ServerClock;
}

/** A work is being heard: the step, the clock everybody shares, and what this step asks of me. */
export function During({ token, now, slot, next, clock }: DuringProps) {
  const serverNow = useServerNow(clock, slot.state === 'running');
  useAwake();
  const moment = momentOf(slot, now.phases, serverNow);
  const phase = now.phases[moment.index];
  if (phase === undefined) return <Between token={token} now={now} next={next} isLast={false} />;
  const hearing = hearingOf(now, slot);
  return (
    <section className={styles['view']}>
      {/* The clock of a work that waits has not begun, whatever it would show. */}
      {slot.state !== 'planned' && <Countdown now={now} slot={slot} moment={moment} phase={phase} />}
      {slot.waitsForAuthor ? (
        <Waiting slot={slot} />
      ) : slot.role === 'critic' && hearing !== undefined ? (
        <CriticNow token={token} now={now} hearing={hearing} moment={moment} phase={phase} />
      ) : slot.role === 'author' ? (
        <AuthorNow slot={slot} moment={moment} phase={phase} />
      ) : (
        <OtherNow now={now} slot={slot} next={next} />
      )}
      <Lost now={now} />
    </section>
  );
}

function Waiting({ slot }: { slot: Slot }) {
  const isMe = slot.role === 'author';
  return (
    <Notice fault={isMe}>
      <h2>{isMe ? waiting.author : waiting.others}</h2>
      <p>{isMe ? waiting.authorText(slot.table) : waiting.othersText}</p>
    </Notice>
  );
}

/** Hearing, not answering: one sentence and the question. */
function AuthorNow({ slot, moment, phase }: { slot: Slot; moment: Moment; phase: Phase }) {
  return (
    <>
      <p className={styles['instruction']}>{authorSentence(phase, moment)}</p>
      <Question text={slot.question} isMine />
    </>
  );
}

function authorSentence({ key, speaks }: Phase, { state }: Moment): string {
  if (state === 'over') return authorWords.over;
  const known: Readonly<Record<string, string>> = authorWords;
  return (
    known[key] ?? (speaks === 'author' || speaks === 'everybody' ? authorWords.speaks : authorWords.silent)
  );
}

/** Somebody else's work and somebody else's task. */
function OtherNow({ now, slot, next }: { now: Now; slot: Slot; next: Slot | null }) {
  const table = hasSeveralTables(now) ? (next?.table ?? null) : null;
  return (
    <>
      <p className={styles['instruction']}>{other.on(slot.title, slot.author)}</p>
      <p>{other.listenAlong}</p>
      {next !== null && (
        <Notice>
          <p>
            {next.role === 'author'
              ? critiqueNow.between.nextOwn(table)
              : critiqueNow.between.nextHear(next.title, next.author, table)}
          </p>
        </Notice>
      )}
    </>
  );
}
