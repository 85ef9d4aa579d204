import { introductionLeft, type Reader } from '#libs/database';
import {
  type Actor,
  Attendee,
  found,
  type Introduction,
  type IntroductionSide,
  type Step,
  toProfile,
} from '#libs/domain';
import { readStops, type Stops } from './introduction-stops.service.ts';

/** Whose question, proven by a link or a session. */
export interface AskKey {
  organizationId: string;
  personId: string;
  sideId: string;
  actor: Actor;
}

/** What an ask page shows: the reader's own side and nothing of the other's, so that it is the same for a dead pair. */
export interface OpenAsk extends Stops {
  introductionId: string;
  organizationName: string;
  accent: string | null;
  eventTitle: string;
  timeZone: string;
  /** The sentence that the mail gave as the reason; it names nobody. */
  reason: string;
  answer: 'yes' | 'no' | null;
  /** How they may be reached; null: the address the mail went to. */
  contact: string | null;
  /** What they would do first: as chosen, or else of their profile. */
  step: Step;
  /** With a no, as typed. */
  privateReason: string | null;
  /** The reader never wants to be introduced to this person. */
  never: boolean;
  endsAt: Date;
}

export async function readAsk(
  reader: Reader,
  introduction: Introduction,
  side: IntroductionSide,
): Promise<OpenAsk> {
  const { organizationId, personId } = side;
  const [about] = await reader.query<
    Pick<OpenAsk, 'organizationName' | 'accent' | 'eventTitle' | 'timeZone' | 'never'>
  >(
    `select o.name as "organizationName", o.accent, e.title as "eventTitle", e.time_zone as "timeZone",
       exists (select from blocks b where b.person_id = $3 and b.blocked_id = $4) as never
     from events e join organizations o on o.id = e.organization_id where e.id = $1 and e.organization_id = $2`,
    [
      introduction.eventId,
      organizationId,
      personId,
      introduction.personA === personId ? introduction.personB : introduction.personA,
    ],
  );
  const attendee = found(await reader.one(Attendee, { id: side.attendeeId, organizationId }));
  const { consent, contact, step, privateReason, askEndsAt } = side;
  return {
    ...found(about),
    ...(await readStops(reader, { organizationId, personId })),
    introductionId: introduction.id,
    reason: introduction.personA === personId ? introduction.lineForA : introduction.lineForB,
    answer: consent === 'yes' || consent === 'no' ? consent : null,
    contact,
    step: step ?? toProfile(attendee.profile).preferredStep,
    privateReason,
    endsAt: found(askEndsAt),
  };
}

/** One of a person's open questions, as their list shows it. */
export interface MyAsk {
  introductionId: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  reason: string;
  answer: 'yes' | 'no' | null;
  endsAt: Date;
}

/**
 * A question counts from the moment its mail left, whatever became of the pair: one that could not be sent after all must
 * not show for the minute between.
 */
const asked = `
  from introduction_sides s join introductions i on i.id = s.introduction_id
  where s.organization_id = $1 and s.person_id = $2
    and exists (select from mails m where m.person_id = s.person_id and m.organization_id = s.organization_id
      and m.kind = 'introduction-ask' and m.state in ('handed', 'sent', 'unsure') and i.id = any (m.speaks_of))`;

/** The question of this key, whether it is still open or not; undefined when this person was not asked. */
export async function findMyAsk(
  reader: Reader,
  { organizationId, personId, sideId }: AskKey,
): Promise<{ id: string } | undefined> {
  const [side] = await reader.query<{ id: string }>(`select s.id ${asked} and s.id = $3`, [
    organizationId,
    personId,
    sideId,
  ]);
  return side;
}

/** Those that can still be answered, by the person's own days, the oldest first. */
export function openAsksOfPerson(
  reader: Reader,
  { organizationId, personId }: { organizationId: string; personId: string },
): Promise<MyAsk[]> {
  return reader.query<MyAsk>(
    `select a.*, o.name as "organizationName", e.title as "eventTitle", e.time_zone as "timeZone"
     from (select i.id as "introductionId", i.event_id, s.ask_ends_at as "endsAt",
         case when i.person_a = s.person_id then i.reason_text_a else i.reason_text_b end as reason,
         case when s.consent in ('yes', 'no') then s.consent end as answer
       ${asked} and s.consent in ('asked', 'yes', 'no') and s.ask_ends_at > $3 and not ${introductionLeft('i')}) a
     join events e on e.id = a.event_id join organizations o on o.id = e.organization_id
     order by "endsAt", "introductionId"`,
    [organizationId, personId, reader.now],
  );
}
