import { type QueuedRow, type Reader, forbiddenPairs, queueOf } from '#libs/database';
import {
  type CritiqueSession,
  DomainError,
  capacityOf,
  criticsFor,
  slotsPerTable,
  tablesFor,
} from '#libs/domain';
import { RefusedWith } from '../problems/refused-with.ts';
import { ShortageView } from './critique-plans.dto.ts';
import { type EveningRow, readKnowledge, readSlots } from './critique-sessions.queries.ts';
import { type Drawn, type Forbidden, drawCritics } from './draw-critics.ts';
import { type StandingHearing, type StandingRow, fixedThatFit, readStanding } from './fixed-hearings.ts';
import { affinitiesOf, topicsShared } from './topics.ts';

/** A plan before it is kept. */
export interface DraftPlan {
  accepted: QueuedRow[];
  waiting: QueuedRow[];
  critics: number;
  seed: number;
  plan: Drawn;
  /** Hearings that stand in it as they are. */
  kept: StandingRow[];
  /** Somebody began to write for a work that something keeps them from by now. */
  parted: StandingRow[];
  /** By critic, as the drawing numbers them. */
  people: Critic[];
  topics: (work: number, critic: number) => string[];
}

interface Critic {
  attendeeId: string;
  personId: string;
}

/**
 * Who would hear whom, around what hosts chose and critics began. It reads and draws; nothing is kept.
 * @throws DomainError critique-too-short, critique-too-few-works; critique-shortage with those for whom it cannot be, unless
 * only a block makes it so
 */
export async function draftPlan(
  reader: Reader,
  session: CritiqueSession,
  evening: EveningRow,
  given: number | undefined,
): Promise<DraftPlan> {
  const seed = given ?? session.seed;
  const queue = await queueOf(reader, session, seed);
  const { accepted, tables, critics } = framed(session, evening, queue);
  const standing = await readStanding(reader, session);
  const people = peopleOf(accepted, standing);
  const place = new Map(people.map(({ personId }, at) => [personId, at]));
  const rules = await readRules(reader, session, accepted.length, place);
  const topics = await readTopics(reader, session, accepted, people);
  const affinities = affinitiesOf(accepted.length, people.length, topics);
  const drawBy = async (given: readonly Rule[]) => {
    const fixed = fixedThatFit(standing, accepted, place, given, critics);
    const plan = drawCritics({
      works: accepted.length,
      tables,
      critics,
      forbidden: [
        ...given.filter((rule) => !fixed.some(sameHearing(rule))),
        ...leftHearings(standing, fixed, accepted, place),
      ],
      fixed: fixed.map(({ work, critic }) => ({ work, critic })),
      affinities,
      stood: await stoodAt(reader, session, accepted, fixed),
      seed,
    });
    return { fixed, plan };
  };
  const { fixed, plan } = await drawBy(rules);
  if (plan.kind === 'short') {
    // Names would tell who keeps away from whom, so they are of what is short without any block.
    const open = await drawBy(rules.filter(({ isBlock }) => !isBlock));
    const shortage = new DomainError('critique-shortage');
    if (open.plan.kind !== 'short') throw shortage;
    const names = await namesOf(reader, session, people);
    throw new RefusedWith(shortage, ShortageView.of(open.plan, accepted, people, names));
  }
  const kept = fixed.map(({ row }) => row);
  const parted = standing.filter((row) => row.expected && isForbidden(row, accepted, place, rules));
  return {
    accepted,
    waiting: queue.slice(accepted.length),
    critics,
    seed,
    plan,
    kept,
    parted,
    people,
    topics,
  };
}

/** How many works there is time for, at how many tables, by how many critics each. */
function framed(
  session: CritiqueSession,
  evening: EveningRow,
  queue: readonly QueuedRow[],
): { accepted: QueuedRow[]; tables: number; critics: number } {
  const capacity = capacityOf(session, evening) ?? Infinity;
  if (capacity < 2) throw new DomainError('critique-too-short');
  const accepted = queue.slice(0, capacity);
  if (accepted.length < 2) throw new DomainError('critique-too-few-works');
  const tables = tablesFor(accepted.length, session, slotsPerTable(session, evening));
  const critics = criticsFor(accepted.length, session.criticsPerWork, tables);
  if (critics < 1) throw new DomainError('critique-too-short');
  return { accepted, tables, critics };
}

/** The authors in the order of their works, then those without one who hear what stands. */
function peopleOf(accepted: readonly QueuedRow[], standing: readonly StandingRow[]): Critic[] {
  const authors = accepted.map(({ attendeeId, personId }) => ({ attendeeId, personId }));
  const others = new Map(
    standing
      .filter(({ hasWork, personId }) => !hasWork && !authors.some((author) => author.personId === personId))
      .map(({ attendeeId, personId }) => [personId, { attendeeId, personId }]),
  );
  return [...authors, ...others.values()];
}

type Rule = Forbidden & { isBlock: boolean };

async function readRules(
  reader: Reader,
  session: CritiqueSession,
  works: number,
  place: ReadonlyMap<string, number>,
): Promise<Rule[]> {
  const pairs = await forbiddenPairs(reader, session, [...place.keys()]);
  return pairs.flatMap(({ authorId, criticId, why }): Rule[] => {
    const [work, critic] = [place.get(authorId), place.get(criticId)];
    if (work === undefined || critic === undefined || work >= works) return [];
    return [{ work, critic, soft: why === 'again', isBlock: why === 'blocked' }];
  });
}

/** What was begun and does not count for this plan, so that nobody is drawn for a work they have written about. */
function leftHearings(
  standing: readonly StandingRow[],
  fixed: readonly StandingHearing[],
  accepted: readonly QueuedRow[],
  place: ReadonlyMap<string, number>,
): Forbidden[] {
  return standing
    .filter((row) => !fixed.some((one) => one.row === row))
    .flatMap(({ submissionId, personId }) => {
      const [work, critic] = [accepted.findIndex(({ id }) => id === submissionId), place.get(personId)];
      return work === -1 || critic === undefined ? [] : [{ work, critic }];
    });
}

function isForbidden(
  { submissionId, personId }: StandingRow,
  accepted: readonly QueuedRow[],
  place: ReadonlyMap<string, number>,
  rules: readonly Forbidden[],
): boolean {
  const work = accepted.findIndex(({ id }) => id === submissionId);
  return rules.some(
    (rule) => rule.soft !== true && rule.work === work && rule.critic === place.get(personId),
  );
}

const sameHearing =
  (one: { work: number; critic: number }) =>
  (other: { work: number; critic: number }): boolean =>
    one.work === other.work && one.critic === other.critic;

async function readTopics(
  reader: Reader,
  session: CritiqueSession,
  accepted: readonly QueuedRow[],
  people: readonly Critic[],
): Promise<DraftPlan['topics']> {
  if (!session.topicsMatter) return () => [];
  const ids = people.map(({ personId }) => personId);
  const knowledge = await readKnowledge(reader, session, ids);
  const knows = ids.map((personId, at) => [
    ...(knowledge.get(personId) ?? []),
    ...(accepted[at]?.topics ?? []),
  ]);
  return (work, critic) => topicsShared(accepted[work]?.topics ?? [], knows[critic] ?? []);
}

/** Whoever keeps a hearing stays at the table where it would have been, so that few of them come apart. */
async function stoodAt(
  reader: Reader,
  session: CritiqueSession,
  accepted: readonly QueuedRow[],
  fixed: readonly StandingHearing[],
): Promise<Map<number, number>> {
  const slots = await readSlots(reader, session);
  const tables = new Map(slots.map(({ submissionId, table }) => [submissionId, table]));
  const stood = new Map<number, number>();
  for (const work of fixed.flatMap((one) => [one.work, one.critic])) {
    const table = tables.get(accepted[work]?.id ?? '');
    if (table !== undefined) stood.set(work, table);
  }
  return stood;
}

async function namesOf(
  reader: Reader,
  { organizationId }: CritiqueSession,
  people: readonly Critic[],
): Promise<Map<string, string>> {
  const rows = await reader.query<{ id: string; name: string }>(
    'select id, name from attendees where organization_id = $1 and id = any ($2::uuid[])',
    [organizationId, people.map(({ attendeeId }) => attendeeId)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
