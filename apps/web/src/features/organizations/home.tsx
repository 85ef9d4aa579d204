import { Link, Navigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { app } from '#libs/words';
import { useMe } from '../../app/me.ts';
import { useTitle } from '../../lib/title.ts';
import styles from './home.module.css';

const NewOrganization = lazy(async () => ({
  default: (await import('./new-organization.tsx')).NewOrganization,
}));

/** Nobody's first day has a menu: no organization yet means making one, a single one means going there. */
export function Home() {
  const { memberships } = useMe();
  useTitle(app.organizations.title);
  const [only] = memberships;
  if (only === undefined) return <NewOrganization first />;
  if (memberships.length === 1) return <Navigate to="/$slug" params={{ slug: only.slug }} replace />;
  return (
    <div className="stack">
      <h1>{app.organizations.title}</h1>
      <ul className={styles['list']}>
        {memberships.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link to="/$slug" params={{ slug }}>
              {name}
            </Link>
            <span className="soft small">{app.roles[role]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
