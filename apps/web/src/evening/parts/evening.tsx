import { useEffect } from 'react';
import { eveningPage } from '#libs/words';
import { applyAll } from '../../lib/intentions.ts';
import { momentOf } from '../../lib/times.ts';
import { Nav } from '../../phone/nav.tsx';
import { Notice } from '../../phone/notice.tsx';
import { useHash } from '../../phone/use-hash.ts';
import { useOnline } from '../../phone/use-online.ts';
import { useTitle } from '../../phone/use-title.ts';
import type { EveningView } from '../calls.ts';
import styles from './evening.module.css';
import { type Section, hashOf, opensOn, partsOf, placeOf } from './place.ts';
import { Shown } from './shown.tsx';

/** Which evening it is, and the one part of it that matters now. */
export function Evening({ token, evening }: { token: string; evening: EveningView }) {
  const place = placeOf(useHash());
  const parts = partsOf(evening);
  const section = parts.find((one) => one === place.section) ?? opensOn(evening);
  useTitle(eveningPage.title(evening.event.title));
  useApplyOnLeave();
  return (
    <main>
      <Head evening={evening} />
      <Away />
      {section === undefined ? (
        <div className="stack">
          <h2>{eveningPage.none}</h2>
          <p>{eveningPage.noneText}</p>
        </div>
      ) : (
        <>
          {parts.length > 1 && <Nav label={eveningPage.parts} links={linksOf(parts, section)} />}
          <Shown token={token} evening={evening} section={section} panelId={place.panelId} />
        </>
      )}
    </main>
  );
}

const linksOf = (parts: readonly Section[], section: Section) =>
  parts.map((part) => ({
    href: hashOf(part),
    label: eveningPage.sections[part],
    isCurrent: part === section,
  }));

/** What waits to be undone is meant by the time somebody leaves. */
function useApplyOnLeave(): void {
  useEffect(() => {
    const leave = (): void => void applyAll();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
    };
  }, []);
}

function Head({ evening: { event, me } }: { evening: EveningView }) {
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{event.title}</h1>
      <p className="soft small">{momentOf(event.startsAt, event.timeZone)}</p>
      <p className="soft small">
        {eveningPage.you(me.name)} <a href={`/e/${event.slug}`}>{eveningPage.eventPage}</a>
      </p>
    </header>
  );
}

function Away() {
  if (useOnline()) return null;
  return (
    <Notice>
      <p>{eveningPage.away}</p>
    </Notice>
  );
}
