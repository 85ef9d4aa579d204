import { calendarLinks } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { entryOf } from '../attendees/my-calendar.ts';
import type { MyRsvp } from '../attendees/my-rsvps.service.ts';

const sentences = words.calendar.rsvp;

/** The ways into the calendar somebody uses; the mail of their seat leads here. */
export function Calendars({ rsvp, path, site }: { rsvp: MyRsvp; path: string; site: string }): ReactElement {
  const { google, outlook, microsoft365 } = calendarLinks(entryOf(rsvp, site));
  return (
    <section id="calendar">
      <h2>{sentences.title}</h2>
      <p>{sentences.lead}</p>
      <ul className="ways">
        <Outside href={google}>{sentences.google}</Outside>
        <Outside href={outlook}>{sentences.outlook}</Outside>
        <Outside href={microsoft365}>{sentences.microsoft365}</Outside>
        <li>
          <a href={`${path}/calendar.ics`}>{sentences.file}</a>
        </li>
      </ul>
      <p>{sentences.copies}</p>
      <p>
        <a href="/me/calendar">{sentences.all}</a>
      </p>
    </section>
  );
}

/** Another site does not learn the address of this page, which is a secret. */
function Outside({ href, children }: { href: string; children: string }): ReactElement {
  return (
    <li>
      <a href={href} rel="noreferrer">
        {children}
      </a>
    </li>
  );
}
