import { useEffect } from 'react';
import { critiqueNow } from '#libs/words';
import { applyAll } from '../../lib/intentions.ts';
import { momentOf } from '../../lib/times.ts';
import type { Evening as EveningView, MySession, Section } from '../calls.ts';
import { useLive } from '../now/use-now.ts';
import styles from './evening.module.css';
import { Notice } from '../../phone/notice.tsx';
import { useHash } from '../../phone/use-hash.ts';
import { useOnline } from '../../phone/use-online.ts';
import { type Place, hashOf, placeOf, sessionAt } from './place.ts';
import { SectionNav } from './section-nav.tsx';
import { Shown } from './shown.tsx';
import { useTitle } from '../../phone/use-title.ts';

const words = critiqueNow.page;

/** Who I am, where I am, and the one part of the page that matters now. */
export function Evening({ token, evening }: { token: string; evening: EveningView }) {
  const place = placeOf(useHash());
  const session = sessionAt(evening.sessions, place);
  useTitle(words.title(evening.event.title));
  // What waits to be undone is meant by the time somebody leaves.
  useEffect(() => {
    const leave = (): void => void applyAll();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
    };
  }, []);
  return (
    <main>
      <Head evening={evening} isQuiet={session?.state === 'running' && sectionOf(session, place) === 'now'} />
      <Away />
      {session === undefined ? (
        <div className="stack">
          <h2>{words.none}</h2>
          <p>{words.noneText}</p>
        </div>
      ) : (
        <>
          <Sessions sessions={evening.sessions} chosen={session} />
          <Chosen key={session.id} token={token} session={session} place={place} />
        </>
      )}
    </main>
  );
}

const sectionOf = (session: MySession, place: Place): Section => place.section ?? session.opens;

/** While a work is being heard, the evening is one line. */
function Head({ evening: { event, name }, isQuiet }: { evening: EveningView; isQuiet: boolean }) {
  if (isQuiet && !event.cancelled)
    return (
      <header>
        <h1 className={styles['quiet']}>{event.title}</h1>
      </header>
    );
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{event.title}</h1>
      <p className="soft small">
        {[momentOf(event.startsAt, event.timeZone), event.place, event.city].filter(Boolean).join(', ')}
      </p>
      <p className="soft small">
        {words.you(name)} <a href={`/e/${event.slug}`}>{words.eventPage}</a>
      </p>
      {event.cancelled && (
        <Notice fault>
          <p>{words.cancelled}</p>
        </Notice>
      )}
    </header>
  );
}

function Away() {
  if (useOnline()) return null;
  return (
    <Notice>
      <p>{critiqueNow.live.away}</p>
    </Notice>
  );
}

/** More than one session at an evening: each is a link. */
function Sessions({ sessions, chosen }: { sessions: readonly MySession[]; chosen: MySession }) {
  if (sessions.length < 2) return null;
  return (
    <nav aria-label={words.sessions} className={styles['sessions']}>
      {sessions.map((session) => (
        <a
          key={session.id}
          href={hashOf(session.opens, session.id)}
          aria-current={session === chosen ? 'true' : undefined}
        >
          {session.title === '' ? words.untitled : session.title}
        </a>
      ))}
    </nav>
  );
}

function Chosen({ token, session, place }: { token: string; session: MySession; place: Place }) {
  useLive(token, session.id);
  const section = sectionOf(session, place);
  return (
    <>
      <SectionNav session={session} section={section} />
      {section !== session.opens && !(session.opens === 'now' && session.state === 'ended') && (
        <p className={styles['turned']}>
          {critiqueNow.page.turned[session.opens]} <a href={hashOf(session.opens, session.id)}>{words.go}</a>
        </p>
      )}
      <Shown token={token} session={session} section={section} />
    </>
  );
}
