import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyStatusAt } from '../attendees/my-status.service.ts';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { Notice } from './layout.tsx';

const sentences = words.pages.event;

/** The gates about the person: their own page may say so, everybody else learns it by mail. */
const refusals = ['not-admitted', 'invitation-needed', 'audience-only'] as const;
type Refusal = (typeof refusals)[number];

const isRefusal = (reason: MyStatusAt['reason']): reason is Refusal =>
  refusals.some((refusal) => refusal === reason);

/** A hold is not on it: signed in, the form would settle it. */
export const isOnTheList = (mine: MyStatusAt | null): boolean =>
  !['cancelled', 'declined', 'held'].includes(mine?.status ?? 'cancelled');

/** Whether the form would do nothing for the person of the session: they have an RSVP, or a gate refuses them. */
export const standsInTheWay = (mine: MyStatusAt | null): boolean =>
  mine !== null && (isOnTheList(mine) || isRefusal(mine.reason));

/** How somebody signed in stands here, with the way to their own page. */
export function MineNotice({
  mine,
  event,
}: {
  mine: MyStatusAt | null;
  event: PublicEventRow;
}): ReactElement | null {
  if (mine === null || event.state === 'cancelled' || event.over) return null;
  const { status, attendeeId, reason } = mine;
  if (attendeeId !== null && status !== null && isOnTheList(mine)) {
    return (
      <Notice kind="good" title={words.pages.mine.statuses[status]}>
        <p>
          <a href={`/me/rsvps/${attendeeId}`}>{sentences.yours}</a>
        </p>
      </Notice>
    );
  }
  if (!isRefusal(reason)) return null;
  return (
    <Notice title={sentences.notYouTitle}>
      <p>{words.problems[reason]}</p>
    </Notice>
  );
}
