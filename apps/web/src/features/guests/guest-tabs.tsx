import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Tabs } from '../../components/tabs.tsx';
import { mayEditGuests } from '../../lib/rights.ts';
import type { AttendeeCounts } from '../../lib/shapes.ts';
import { type GuestView, guestViews } from './guest-queries.ts';
import styles from './guests.module.css';

/** On a phone they are one line to be pushed along, with the current one in sight. */
export function GuestTabs({ view, counts }: { view: GuestView; counts: AttendeeCounts | undefined }) {
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const { role } = useMembership();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = box.current?.querySelector('ul');
    const current = box.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (line != null && current != null) line.scrollLeft = current.offsetLeft - line.offsetLeft - 24;
  }, [view]);
  const shown = guestViews.filter((id) => id !== 'invited' || mayEditGuests(role));
  return (
    <div ref={box} className={styles['views']}>
      <Tabs
        minor
        label={app.guests.views.label}
        tabs={shown.map((id, at) => ({
          label: app.guests.views[id],
          count: counts?.[id],
          link: {
            to: '/$slug/events/$eventId/guests',
            params: { slug, eventId },
            search: at === 0 ? {} : { show: id },
            activeOptions: { exact: true, includeSearch: true },
          },
        }))}
      />
    </div>
  );
}
