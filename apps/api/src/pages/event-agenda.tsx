import { clockAt } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { PublicEventRow, PublicPanel } from '../events/public-events.queries.ts';
import { PersonCard } from './person-card.tsx';

/** Of all people together, so that a page stays small: 60 of them still have 100 characters each. */
const bioCharacters = 6000;

/** What the panels are about, when, where, and who is on them, as they approved it. */
export function Agenda({ event }: { event: PublicEventRow }): ReactElement | null {
  const { panels, timeZone } = event;
  if (panels.length === 0) return null;
  const people = panels.reduce((count, panel) => count + panel.people.length, 0);
  const mostBio = Math.floor(bioCharacters / Math.max(people, 1));
  return (
    <>
      <h2>{panels.length === 1 ? words.pages.event.panel : words.pages.event.panels}</h2>
      {panels.map((panel, position) => (
        <section key={position} className="panel">
          {panels.length === 1 ? <p className="lead">{panel.topic}</p> : <h3>{panel.topic}</h3>}
          <Place panel={panel} timeZone={timeZone} />
          {panel.people.map(({ part, appears }, at) => (
            <PersonCard
              key={at}
              {...appears}
              bio={shortened(appears.bio, mostBio)}
              part={part}
              photo={appears.photoId === null ? null : `/panelists/${appears.photoId}`}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** The day and the zone stand above, with the evening's own time. */
function Place({ panel, timeZone }: { panel: PublicPanel; timeZone: string }): ReactElement | null {
  const { startsAt, endsAt, room } = panel;
  if (room === '' && startsAt === null) return null;
  return (
    <p className="eyebrow">
      {startsAt === null || endsAt === null ? null : (
        <time dateTime={new Date(startsAt).toISOString()}>
          {words.panelistPage.people.when(
            clockAt(new Date(startsAt), timeZone),
            clockAt(new Date(endsAt), timeZone),
          )}
        </time>
      )}
      {startsAt !== null && room !== '' ? ' · ' : null}
      {room}
    </p>
  );
}

const shortened = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};
