import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { app } from '#libs/words';
import { MenuLink } from '../components/links.tsx';
import { api } from '../lib/api.ts';
import { mayReadMembers } from '../lib/rights.ts';
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
          <Link to="/$slug" params={{ slug: membership.slug }} activeOptions={{ exact: true }} className={styles['name']}>
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
  return (
    <nav aria-label={app.nav.label} className={styles['places']}>
      <Link to="/$slug" params={{ slug }} activeOptions={{ exact: true }}>
        {app.nav.events}
      </Link>
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

function Person({ me }: { me: Me }) {
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={styles['person'] ?? ''}>{me.person?.name ?? me.person?.email}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {me.memberships.map(({ slug, name }) => (
          <MenuLink key={slug} component="a" to="/$slug" params={{ slug }}>
            {name}
          </MenuLink>
        ))}
        <MenuLink component="a" to="/organizations/new">
          {app.nav.newOrganization}
        </MenuLink>
        <Menu.Divider />
        <Menu.Item component="a" href="/me">
          {app.nav.mine}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{app.nav.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
