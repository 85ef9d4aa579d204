import type { SwappedContact } from '#libs/database';
import { dayOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';

const sentences = words.myIntroductions.swapped;

/** People with whom somebody swapped contacts, with the evening noted. */
export function SwappedContacts({ swapped }: { swapped: readonly SwappedContact[] }): ReactElement | null {
  if (swapped.length === 0) return null;
  return (
    <section>
      <h2>{sentences.title}</h2>
      <p className="quiet">{sentences.hint}</p>
      <ul className="list">
        {swapped.map(({ attendeeId, name, email, eventTitle, organizationName, agreedAt, timeZone }) => (
          <li key={attendeeId}>
            <strong>{name}</strong>
            <br />
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>
            <p className="quiet">{sentences.met(eventTitle, organizationName, dayOf(agreedAt, timeZone))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
