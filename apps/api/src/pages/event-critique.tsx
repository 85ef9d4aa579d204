import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { PublicEventRow } from '../events/public-events.queries.ts';

const sentences = words.critiqueInvitation;

/** That works are heard at this evening, how, and until when one can be brought. */
export function CritiqueSessions({ event }: { event: PublicEventRow }): ReactElement | null {
  const { critiqueSessions, state, over } = event;
  if (critiqueSessions.length === 0) return null;
  const isAhead = state === 'published' && !over;
  return (
    <>
      <h2>{critiqueSessions.length === 1 ? sentences.title : sentences.titles}</h2>
      {critiqueSessions.map(({ title, format, criticsPerWork, open, until }, at) => (
        <div key={at}>
          {title === '' ? null : <p className="lead">{title}</p>}
          <p>{sentences.formats[format](criticsPerWork)}</p>
          {isAhead ? (
            <p>{open ? sentences.bring(momentOf(new Date(until), event.timeZone)) : sentences.closed}</p>
          ) : null}
        </div>
      ))}
    </>
  );
}
