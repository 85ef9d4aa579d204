import { type Actor, type Introduction, IntroductionSide, type PairHindrances, newId } from '#libs/domain';
import { In } from 'typeorm';
import type { Reader, Tx } from './tx.ts';

/** What stands between people now, over all organizations; asked once for many and read pair by pair. */
export class Obstacles {
  constructor(
    private readonly people: ReadonlyMap<string, { optedOut: boolean; paused: boolean }>,
    private readonly pairs: ReadonlyMap<string, PairHindrances>,
  ) {}

  between(one: string, other: string): PairHindrances {
    const [a, b] = [this.people.get(one), this.people.get(other)];
    return {
      ...this.pairs.get(pairOf(one, other)),
      optedOut: (a?.optedOut ?? true) || (b?.optedOut ?? true),
      paused: (a?.paused ?? false) || (b?.paused ?? false),
    };
  }

  /** Whether somebody may be asked about nobody at all now: opted out, or pausing. */
  isClosed(person: string): boolean {
    const found = this.people.get(person);
    return found === undefined || found.optedOut || found.paused;
  }

  /** The pairs that something of their own keeps apart, "a b" with a < b; few, whatever the size of the room. */
  apart(): string[] {
    return [...this.pairs.keys()];
  }
}

const hindranceOf: Record<string, keyof PairHindrances> = {
  told: 'knownHere',
  'kept-apart': 'keptApart',
  known: 'known',
  blocked: 'blocked',
  introduced: 'introduced',
  'cooling down': 'coolingDown',
};

/**
 * The people who withdrew their yes after an event's board had read "asked" of them, as a select of SQL. On that board they go
 * on taking part: were their opt-out to show, it would be told from a silence (introductions.md, Truth and appearance). Nobody
 * is asked for it. Whoever opts out before is gone from the board at once, and a question that is never put brings nobody back.
 * @param organizationId like `eventId`, an SQL expression of a uuid; a null event means nobody
 */
export const leftInSilence = (organizationId: string, eventId: string): string =>
  `select c.person_id from introductions i cross join lateral (values (i.person_a), (i.person_b)) asked(person_id)
     join consents c on c.person_id = asked.person_id and c.organization_id = i.organization_id and c.purpose = 'introductions'
       and c.answer = 'given' and c.withdrawn_at >= i.frozen_at
   where i.organization_id = ${organizationId} and i.event_id = ${eventId}::uuid`;

/**
 * Everything that forbids an ask among these people: consent to this organization, pauses, stopped mail, pairs known,
 * kept apart, blocked, introduced, cooling down. A person who is not there counts as opted out, and one whom this
 * organization bars as pausing: no pair is refused for it, and nobody is asked.
 * @param shownAt the event on whose board it shows: there, whoever was asked and withdrew since seems to pause (`leftInSilence`)
 */
export async function obstaclesAmong(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
  shownAt: string | null = null,
): Promise<Obstacles> {
  const single = await reader.query<{ id: string; optedOut: boolean; paused: boolean }>(
    `with person as (
       select p.id, p.erased_at is not null as is_erased, p.introductions_paused_until,
         exists (select 1 from consents c where c.person_id = p.id and c.organization_id = $2
           and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null) as gave,
         p.id in (${leftInSilence('$2', '$4')}) as left_in_silence
       from people p where p.id = any ($1::uuid[]))
     select p.id, p.is_erased or not (p.gave or p.left_in_silence) as "optedOut",
       (p.left_in_silence and not p.gave) or coalesce(p.introductions_paused_until > $3, false)
         or exists (select 1 from mail_stops m where m.person_id = p.id
           and m.topic in ('all', 'introductions') and (m.organization_id is null or m.organization_id = $2))
         or exists (select from bars b where b.person_id = p.id and b.organization_id = $2) as paused
     from person p`,
    [people, organizationId, reader.now, shownAt],
  );
  const pairs = await reader.query<{ a: string; b: string; why: string }>(
    `select person_a as a, person_b as b, why from pairs_apart($1::uuid[], $3)
     union all
     select person_a, person_b, source from known_pairs where organization_id = $2 and source in ('told', 'kept-apart')
       and person_a = any ($1::uuid[]) and person_b = any ($1::uuid[])`,
    [people, organizationId, reader.now],
  );
  const byPair = new Map<string, PairHindrances>();
  for (const { a, b, why } of pairs) {
    const hindrance = hindranceOf[why];
    if (hindrance !== undefined) byPair.set(pairOf(a, b), { ...byPair.get(pairOf(a, b)), [hindrance]: true });
  }
  return new Obstacles(new Map(single.map(({ id, ...person }) => [id, person])), byPair);
}

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** How many places these people's open asks hold, over all organizations. */
export async function openAsksOf(reader: Reader, people: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.query<{ id: string; open: number }>(
    'select person_id as id, open from open_asks($1::uuid[], $2)',
    [people, reader.now],
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}

/** One transaction at a time decides about the asks of each of these people, whichever organization it is for. */
export async function lockPeople(tx: Tx, people: readonly string[]): Promise<void> {
  await tx.query('select id from people where id = any ($1::uuid[]) order by id for no key update', [people]);
}

/** How often each of these people was the first to write, in the introductions of one organization. */
export async function timesFirst(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader.query<{ id: string; times: number }>(
    `select first_mover as id, count(*)::int as times from introductions
     where organization_id = $1 and first_mover = any ($2::uuid[]) group by first_mover`,
    [organizationId, people],
  );
  return new Map(rows.map(({ id, times }) => [id, times]));
}

/** Both sides of each introduction, in the order of their making. */
export function sidesOf(reader: Reader, introductionIds: readonly string[]): Promise<IntroductionSide[]> {
  return reader.find(IntroductionSide, {
    where: { introductionId: In([...introductionIds]) },
    order: { id: 'ASC' },
  });
}

/**
 * Keeps a transition and its line in the log, which nobody outside reads. What a host may not see (an answer, a quiet
 * close) has this line and no other: the audit is shown to owners.
 */
export async function keepTransition(
  tx: Tx,
  introduction: Introduction,
  actor: Actor,
  transition: string,
): Promise<void> {
  await tx.save(introduction);
  await logTransition(tx, introduction, actor, transition);
}

export async function logTransition(
  tx: Tx,
  introduction: { id: string; organizationId: string },
  actor: Actor,
  transition: string,
): Promise<void> {
  await tx.query(
    `insert into introduction_log (id, organization_id, introduction_id, at, actor, transition) values ($1, $2, $3, $4, $5, $6)`,
    [
      newId(),
      introduction.organizationId,
      introduction.id,
      tx.now,
      actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`,
      transition,
    ],
  );
}
