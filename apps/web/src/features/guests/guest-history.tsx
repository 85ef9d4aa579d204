import { useQuery } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import type { AttendeeView, GuestHistoryLine } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import styles from './guest-detail.module.css';
import { historyQuery } from './guest-queries.ts';

/** Who did what about this guest, newest first. */
export function GuestHistory({ guest }: { guest: AttendeeView }) {
  const words = app.guests.detail;
  const { timeZone } = useEvent();
  const history = useQuery(historyQuery(useEventPath(), guest.id));
  return (
    <section className={styles['part']}>
      <h3>{words.history}</h3>
      {history.isPending && <Waiting />}
      {history.isError && <Fault>{sentenceOf(history.error)}</Fault>}
      {history.data?.lines.length === 0 && <p className="soft">{words.noHistory}</p>}
      <ol className={styles['lines']}>
        {history.data?.lines.map((line, at) => (
          <li key={at}>
            <time dateTime={line.at}>{momentOf(line.at, timeZone)}</time>
            <p>{sentenceFor(line)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const actions: Record<string, string> = app.guests.history.actions;
const causes: Record<string, string> = app.guests.cause;
const reasons: Record<string, string> = app.guests.detail.reasons;

function sentenceFor({ action, by, name, reason }: GuestHistoryLine): string {
  const words = app.guests.history;
  const why = causes[reason ?? ''] ?? reasons[reason ?? ''];
  const act = actions[action] ?? words.other;
  const what = why === undefined ? act : words.because(act, why);
  if (by === 'system') return what;
  if (by === 'person') return words.line(what, name === null ? words.by.somebody : words.by.person(name));
  return words.line(what, words.by[by]);
}
