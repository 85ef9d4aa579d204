import { Link, useParams, useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { app, languages, mailLog, spokenLanguage } from '#libs/words';
import { Disclosure } from '../components/disclosure.tsx';
import { api } from '../lib/api.ts';
import {
  mayEditAudience,
  mayEditEvents,
  mayReadCredits,
  mayReadInsights,
  mayReadMailLog,
  mayReadMembers,
  mayReadSynonyms,
} from '../lib/rights.ts';
import { say } from '../lib/notes.ts';
import { sentenceOf } from '../lib/problem.ts';
import type { Me, Membership } from '../lib/shapes.ts';
import styles from './masthead.module.css';

async function signOut(): Promise<void> {
  try {
    await api.signOut();
    window.location.assign('/sign-in');
  } catch (error) {
    say('fault', sentenceOf(error));
  }
}

/** Whose house this is, where one can go, and who one is. */
export function Masthead({ me }: { me: Me }) {
  const { slug } = useParams({ strict: false });
  const membership = me.memberships.find((one) => one.slug === slug);
  return (
    <header className={styles['masthead']}>
      <div className={styles['inner']}>
        {membership === undefined ? (
          <Link to="/" className={styles['name']}>
            {app.product}
          </Link>
        ) : (
          <Link
            to="/$slug"
            params={{ slug: membership.slug }}
            activeOptions={{ exact: true }}
            className={styles['name']}
          >
            {membership.name}
          </Link>
        )}
        {membership !== undefined && <Places membership={membership} />}
        <Person me={me} />
      </div>
    </header>
  );
}

function Places({ membership: { slug, role } }: { membership: Membership }) {
  const nav = useRef<HTMLElement>(null);
  useCurrentInView(nav);
  return (
    <nav ref={nav} aria-label={app.nav.label} className={styles['places']}>
      <Link to="/$slug" params={{ slug }} activeOptions={{ exact: true }}>
        {app.nav.events}
      </Link>
      {mayEditEvents(role) && (
        <Link to="/$slug/series" params={{ slug }}>
          {app.nav.series}
        </Link>
      )}
      {mayEditAudience(role) && (
        <Link to="/$slug/audience" params={{ slug }}>
          {app.nav.audience}
        </Link>
      )}
      {mayReadInsights(role) && (
        <Link to="/$slug/insights" params={{ slug }}>
          {app.nav.insights}
        </Link>
      )}
      {mayReadSynonyms(role) && (
        <Link to="/$slug/synonyms" params={{ slug }}>
          {app.nav.synonyms}
        </Link>
      )}
      {mayReadCredits(role) && (
        <Link to="/$slug/credits" params={{ slug }}>
          {app.critiqueCredits.nav}
        </Link>
      )}
      {mayReadMailLog(role) && (
        <Link to="/$slug/mail" params={{ slug }}>
          {mailLog.nav}
        </Link>
      )}
      {mayReadMembers(role) && (
        <>
          <Link to="/$slug/members" params={{ slug }}>
            {app.nav.members}
          </Link>
          <Link to="/$slug/activity" params={{ slug }}>
            {app.nav.activity}
          </Link>
        </>
      )}
      {role === 'owner' && (
        <Link to="/$slug/organization" params={{ slug }}>
          {app.nav.organization}
        </Link>
      )}
    </nav>
  );
}

/** Where the row is wider than a phone, the place one is at stands in its middle. */
function useCurrentInView(nav: RefObject<HTMLElement | null>): void {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  useEffect(() => {
    const row = nav.current;
    const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!row || !current) return;
    const [frame, link] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
    row.scrollBy({ left: link.left + link.width / 2 - (frame.left + frame.width / 2) });
  }, [nav, pathname]);
}

function Person({ me }: { me: Me }) {
  return (
    <div className={styles['person']}>
      <Disclosure label={me.person?.name ?? me.person?.email ?? ''}>
        {me.memberships.map(({ slug, name }) => (
          <li key={slug}>
            <Link to="/$slug" params={{ slug }}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/organizations/new">{app.nav.newOrganization}</Link>
        </li>
        {me.runsInstallation && (
          <li>
            <Link to="/installation/mail">{app.nav.installationMail}</Link>
          </li>
        )}
        <li>
          <a href="/me">{app.nav.mine}</a>
        </li>
        <li>
          <LanguageLink />
        </li>
        <li>
          <button type="button" onClick={() => void signOut()}>
            {app.nav.signOut}
          </button>
        </li>
      </Disclosure>
    </div>
  );
}

/** To the page of languages, and back to the screen one was at. */
function LanguageLink() {
  const href = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href ?? '/' });
  return (
    <a href={`/language?back=${encodeURIComponent(`/app${href}`)}`}>
      {app.nav.language(languages[spokenLanguage()].name)}
    </a>
  );
}
