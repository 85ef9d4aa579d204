import {
  type Event,
  type Introduction,
  type Proposal,
  type ProposedSide,
  found,
  newId,
  seedOf,
} from '#libs/domain';
import { pairKey } from './evening-rows.ts';
import type { SuggestionPlan } from './suggestion-problem.ts';
import type { EveningRead } from './suggestion-reading.ts';

/** Somebody who came, as a pair is made of two. */
export interface Guest {
  personId: string;
  attendeeId: string;
  part: 'guest' | 'panelist';
}

/** What goes and what comes; a suggestion that is planned again stays the row it was. */
export function changesOf(
  { event, people, fallen, movable }: EveningRead,
  plan: SuggestionPlan,
): { gone: Introduction[]; fresh: Proposal[] } {
  const staying = new Map(movable.map((one) => [pairKey({ a: one.personA, b: one.personB }), one]));
  const fresh = plan.pairs.flatMap(({ a, b, source, band, reasonForA, reasonForB }): Proposal[] => {
    const [one, other] = [found(people[a]), found(people[b])];
    if (staying.delete(pairKey({ a: one.personId, b: other.personId }))) return [];
    const sides = [sideOf(one, reasonForA), sideOf(other, reasonForB)] as const;
    return [{ ...proposalOf(event, one, other), sides, source, band }];
  });
  return { gone: [...fallen, ...staying.values()], fresh };
}

/** That a suggestion goes after 14 days is in its row; the sweeper sees to it. */
export function proposalOf(event: Event, a: Guest, b: Guest): Omit<Proposal, 'sides' | 'source' | 'band'> {
  const panelists = [a, b].filter(({ part }) => part === 'panelist');
  return {
    id: newId(),
    organizationId: event.organizationId,
    eventId: event.id,
    seed: seedOf(`${event.id} ${pairKey({ a: a.personId, b: b.personId })}`),
    askFirst: panelists.length === 1 ? (panelists[0]?.personId ?? null) : null,
  };
}

export const sideOf = ({ personId, attendeeId }: Guest, reason: ProposedSide['reason']): ProposedSide => ({
  personId,
  attendeeId,
  reason,
});
