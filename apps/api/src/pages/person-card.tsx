import type { Appearance } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement } from 'react';

const sentences = words.panelistPage.people;

export interface ShownPerson extends Omit<Appearance, 'photoId'> {
  part: 'moderator' | 'panelist';
  /** Address of their photo; null: none. */
  photo: string | null;
}

/** Somebody on a panel, as they approved to be shown. */
export function PersonCard({ name, pronunciation, bio, links, part, photo }: ShownPerson): ReactElement {
  return (
    <div className="person">
      {photo === null ? null : (
        <img src={photo} alt={sentences.photoOf(name)} width={80} height={80} loading="lazy" />
      )}
      <div>
        <p>
          <strong>{name}</strong>
          {part === 'moderator' ? ` · ${sentences.moderator}` : null}
          {pronunciation === '' ? null : (
            <>
              <br />
              <small>{sentences.said(pronunciation)}</small>
            </>
          )}
        </p>
        {paragraphsOf(bio).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
        {links.length === 0 ? null : (
          <p>
            {links.map(({ label, url }, at) => (
              <span key={at}>
                {at === 0 ? null : ' · '}
                <a href={url} rel="noreferrer nofollow ugc">
                  {label}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

const paragraphsOf = (bio: string): string[] =>
  bio
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
