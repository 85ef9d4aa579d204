import { critiqueNow } from '#libs/words';
import { Nav } from '../../phone/nav.tsx';
import type { MySession, Section } from '../calls.ts';
import { hashOf, sections } from './place.ts';

/** The parts of the page; those that have nothing in them yet are not offered. */
export function SectionNav({ session, section }: { session: MySession; section: Section }) {
  const links = sections
    .filter((one) => one === section || isThere(session, one))
    .map((one) => ({
      href: hashOf(one, session.id),
      label: critiqueNow.page.sections[one],
      isCurrent: one === section,
    }));
  return <Nav label={critiqueNow.page.parts} links={links} />;
}

function isThere({ releasedAt }: MySession, section: Section): boolean {
  return section === 'work' || section === 'now' || releasedAt !== null;
}
