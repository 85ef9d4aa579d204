import { useQuery } from '@tanstack/react-query';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMembership } from '../../app/me.ts';
import { accentProperties } from '../../lib/accent.ts';
import { organizationQuery } from './organization-query.ts';

/** Everything inside one organization wears its accent. */
export function OrganizationFrame() {
  const { organizationId } = useMembership();
  const { data } = useQuery(organizationQuery(organizationId));
  useAccent(data?.accent ?? null);
  return <Outlet />;
}

function useAccent(accent: string | null): void {
  const night = useMediaQuery('(prefers-color-scheme: dark)');
  useEffect(() => {
    if (accent === null) return undefined;
    const { style } = document.documentElement;
    const properties = accentProperties(accent, night ? 'night' : 'day');
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(properties)) style.removeProperty(name);
    };
  }, [accent, night]);
}
