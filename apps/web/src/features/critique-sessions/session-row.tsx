import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { ButtonLink } from '../../components/links.tsx';
import { StateWord, type Tone } from '../../components/state-word.tsx';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { momentOf } from '../../lib/times.ts';
import { type CritiqueSession, nameOf, sessionCalls } from './session-calls.ts';
import { sessionsQuery } from './session-queries.ts';
import styles from './sessions.module.css';

const words = app.critiqueSessions;

export const stateTones: Record<CritiqueSession['state'], Tone> = {
  open: 'warn',
  planned: 'good',
  running: 'good',
  ended: 'quiet',
};

/** Works are in before there is a plan, once nobody can bring one any more. */
export function stateOf({ state, takesWorks, calledOffAt }: CritiqueSession): string {
  if (calledOffAt !== null) return words.states.calledOff;
  return words.states[state === 'open' && !takesWorks ? 'closed' : state];
}

interface Props {
  session: CritiqueSession;
  timeZone: string;
  mayEdit: boolean;
}

/** One session: how it stands, and the ways into it. */
export function SessionRow({ session, timeZone, mayEdit }: Props) {
  const { id, state, format, works, capacity, deadlineAt, takesWorks } = session;
  const title = nameOf(session);
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const params = { slug, eventId, sessionId: id };
  const { leaving, remove } = useRemoval(session);
  const facts = [
    words.formats[format],
    words.works(works),
    ...(capacity === null ? [] : [words.heard(capacity)]),
  ];
  return (
    <li className={styles['session']} data-leaving={leaving}>
      <div className={styles['about']}>
        <h2>
          <Link to="/$slug/events/$eventId/critique-sessions/$sessionId" params={params} data-row>
            {title}
          </Link>
        </h2>
        <p className={styles['standing']}>
          <StateWord tone={stateTones[state]}>{stateOf(session)}</StateWord>
          <span>{facts.join(' · ')}</span>
        </p>
        {state === 'open' && takesWorks && (
          <p className="soft">
            {deadlineAt === null ? words.untilStart : words.deadline(momentOf(deadlineAt, timeZone))}
          </p>
        )}
      </div>
      {mayEdit && (
        <div className={styles['acts']}>
          <ButtonLink
            variant="default"
            to="/$slug/events/$eventId/critique-sessions/$sessionId/settings"
            params={params}
            aria-label={words.settingsOf(title)}
          >
            {words.settings}
          </ButtonLink>
          {works === 0 && (
            <Button variant="subtle" disabled={leaving} aria-label={words.removeName(title)} onClick={remove}>
              {words.remove}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function useRemoval(session: CritiqueSession): { leaving: boolean; remove: () => void } {
  const { id } = session;
  const path = useEventPath();
  const queries = useQueryClient();
  const key = `critique-session:${id}`;
  const leaving = useUnsettled().some((one) => one.key === key);
  return {
    leaving,
    remove: () => {
      intend({
        key,
        sentence: words.willRemove(nameOf(session)),
        apply: async () => {
          await sessionCalls.remove({ ...path, critiqueSessionId: id });
          await queries.invalidateQueries(sessionsQuery(path));
        },
        settled: ({ error }) => {
          if (error !== undefined) say('fault', words.notDone(sentenceOf(error)));
        },
      });
    },
  };
}
