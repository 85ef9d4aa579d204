import { introductionLeft, type Reader } from '#libs/database';
import { type Outcome, type ProfileInput, type Step, steps, toProfile } from '#libs/domain';

interface Whose {
  organizationId: string;
  personId: string;
}

/** Somebody the person was introduced to: what their mail showed them, and what they said themself since. */
export interface MyIntroduction {
  id: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  introducedAt: Date;
  /** The other one, as they were called that evening; null: somebody who has left, of whom nothing else is told. */
  name: string | null;
  /** The sentence the person read; "" of somebody who has left. */
  reason: string;
  /** What the other chose, frozen at the introduction; null when they took it back. */
  contact: string | null;
  /** What the person chose; null when they took it back. */
  shared: string | null;
  /** The smaller of the two first steps. */
  step: Step;
  writesFirst: boolean;
  /** The person's own mark; the other's is theirs. */
  outcome: Outcome | null;
  glad: boolean;
  circleWished: boolean;
  stopped: boolean;
  /** Both said so, and both were told. */
  bothGlad: boolean;
  bothWorking: boolean;
}

interface MadeRow extends Omit<MyIntroduction, 'step' | 'name' | 'reason' | 'contact' | 'shared'> {
  name: string;
  reason: string;
  hasLeft: boolean;
  theirContact: string | null;
  theyWithdrew: boolean;
  myContact: string | null;
  iWithdrew: boolean;
  mySteps: Wanted;
  theirSteps: Wanted;
}

interface Wanted {
  chosen: Step | null;
  profile: ProfileInput;
}

/**
 * Those that were made, newest first, without the people this person blocked. Nothing here moves by what the other one does
 * alone: the pair's state, a block, a pause and an opt-out of theirs are not looked at, and what both said is told from
 * the moment its mail left, which no later change of mind of the other one takes back.
 */
export async function madeOf(reader: Reader, { organizationId, personId }: Whose): Promise<MyIntroduction[]> {
  const rows = await reader.query<MadeRow>(
    `select i.id, o.name as "organizationName", e.title as "eventTitle", e.time_zone as "timeZone",
       i.introduced_at as "introducedAt", i.first_mover = $2 as "writesFirst",
       case when i.person_a = $2 then i.reason_text_a else i.reason_text_b end as reason,
       them.name, other.erased_at is not null as "hasLeft", theirs.contact as "theirContact",
       theirs.withdrawn_at is not null as "theyWithdrew", mine.contact as "myContact",
       mine.withdrawn_at is not null as "iWithdrew", mine.outcome, mine.glad_at is not null as glad,
       mine.circle_wished_at is not null as "circleWished", mine.stopped_at is not null as stopped,
       jsonb_build_object('chosen', mine.step, 'profile', me.profile) as "mySteps",
       jsonb_build_object('chosen', theirs.step, 'profile', them.profile) as "theirSteps",
       coalesce(i.glad_told_at <= $3, false) as "bothGlad", coalesce(i.together_told_at <= $3, false) as "bothWorking"
     from introduction_sides mine join introductions i on i.id = mine.introduction_id
     join introduction_sides theirs on theirs.introduction_id = i.id and theirs.person_id <> mine.person_id
     join attendees me on me.id = mine.attendee_id join attendees them on them.id = theirs.attendee_id
     join people other on other.id = theirs.person_id
     join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
     where mine.organization_id = $1 and mine.person_id = $2 and ${introductionLeft('i')}
       and not exists (select from blocks b where b.person_id = $2 and b.blocked_id = theirs.person_id)
     order by i.introduced_at desc, i.id limit 200`,
    [organizationId, personId, reader.now],
  );
  return rows.map(made);
}

function made(row: MadeRow): MyIntroduction {
  const { hasLeft, theirContact, theyWithdrew, myContact, iWithdrew, mySteps, theirSteps, ...rest } = row;
  return {
    ...rest,
    name: hasLeft ? null : row.name,
    reason: hasLeft ? '' : row.reason,
    contact: hasLeft || theyWithdrew ? null : theirContact,
    shared: iWithdrew ? null : myContact,
    step: smallerOf(mySteps, theirSteps),
  };
}

/** As the introduction mail proposed it. */
function smallerOf(...sides: Wanted[]): Step {
  const wanted = sides.map(({ chosen, profile }) => chosen ?? toProfile(profile).preferredStep);
  return steps.find((step) => wanted.includes(step)) ?? 'mail';
}

/** Somebody this person does not want to meet; named only if they were introduced, because a question may name nobody. */
export interface KeptApart {
  introductionId: string;
  /** Null: they were only asked about, or have left. */
  name: string | null;
  eventTitle: string;
  blockedId: string;
}

export function keptApartOf(reader: Reader, { organizationId, personId }: Whose): Promise<KeptApart[]> {
  return reader.query<KeptApart>(
    `select distinct on (theirs.person_id) i.id as "introductionId", theirs.person_id as "blockedId", e.title as "eventTitle",
       case when ${introductionLeft('i')} and other.erased_at is null then them.name end as name
     from introduction_sides mine join introductions i on i.id = mine.introduction_id
     join introduction_sides theirs on theirs.introduction_id = i.id and theirs.person_id <> mine.person_id
     join blocks b on b.person_id = $2 and b.blocked_id = theirs.person_id
     join attendees them on them.id = theirs.attendee_id join people other on other.id = theirs.person_id
     join events e on e.id = i.event_id
     where mine.organization_id = $1 and mine.person_id = $2 and mine.consent in ('asked', 'yes', 'no', 'no_answer')
     order by theirs.person_id, i.introduced_at desc nulls last, i.id`,
    [organizationId, personId],
  );
}
