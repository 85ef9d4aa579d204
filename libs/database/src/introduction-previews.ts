import {
  type Introduction,
  type Profile,
  type ProfileInput,
  type Step,
  endOfAsk,
  firstMover,
  found,
  nextAsk,
  steps,
  toProfile,
} from '#libs/domain';
import { timesFirst } from './introductions.ts';
import type { Reader } from './tx.ts';

// What the mails of a pair will say, from what the host may see anyway: profiles and reasons, never an answer.

interface PreviewedPerson {
  personId: string;
  /** As given at that event; "" once erased. */
  name: string;
  profile: Profile;
  /** The sentence this one reads. */
  reason: string;
}

export interface PreviewedPair {
  organizationName: string;
  accent: string | null;
  eventTitle: string;
  timeZone: string;
  /** When the first question leaves, or left. */
  asked: Date;
  /** a, then b. */
  people: readonly [PreviewedPerson, PreviewedPerson];
  /** Who would write first if they were introduced now. */
  first: 0 | 1;
  /** The smaller of the two steps. */
  step: Step;
}

export async function previewedPair(reader: Reader, introduction: Introduction): Promise<PreviewedPair> {
  const { organizationId, eventId, personA, personB, attendeeA, attendeeB, askAt, frozenAt } = introduction;
  const [about] = await reader.query<
    Pick<PreviewedPair, 'organizationName' | 'accent' | 'eventTitle' | 'timeZone'>
  >(
    `select o.name as "organizationName", o.accent, e.title as "eventTitle", e.time_zone as "timeZone"
     from events e join organizations o on o.id = e.organization_id where e.id = $1 and e.organization_id = $2`,
    [eventId, organizationId],
  );
  const people = await reader.query<{ id: string; name: string; profile: ProfileInput }>(
    'select id, name, profile from attendees where organization_id = $1 and id = any ($2::uuid[])',
    [organizationId, [attendeeA, attendeeB]],
  );
  const personOf = (personId: string, attendeeId: string, reason: string): PreviewedPerson => {
    const { name, profile } = found(people.find(({ id }) => id === attendeeId));
    return { personId, name, profile: toProfile(profile), reason };
  };
  const a = personOf(personA, attendeeA, introduction.lineForA);
  const b = personOf(personB, attendeeB, introduction.lineForB);
  const head = found(about);
  return {
    ...head,
    asked: frozenAt ?? askAt ?? nextAsk(reader.now, head.timeZone),
    people: [a, b],
    first: await firstOf(reader, introduction),
    step:
      steps.find((step) => step === a.profile.preferredStep || step === b.profile.preferredStep) ?? 'mail',
  };
}

async function firstOf(reader: Reader, introduction: Introduction): Promise<0 | 1> {
  const { organizationId, personA, personB, seed, askFirst, firstMover: drawn } = introduction;
  const times = await timesFirst(reader, organizationId, [personA, personB]);
  const moverOf = (personId: string) => ({ personId, timesFirst: times.get(personId) ?? 0 });
  const first = drawn ?? firstMover(moverOf(personA), moverOf(personB), seed, askFirst);
  return first === personB ? 1 : 0;
}

/** M1 to one side as a mail type takes it, with the same link behind both buttons. */
export function questionTo(
  { people, eventTitle, timeZone, asked, step }: PreviewedPair,
  side: 0 | 1,
  link: string,
) {
  const [reader, other] = side === 0 ? people : [people[1], people[0]];
  const { namedInAsks, crafts, workingOn } = other.profile;
  return {
    name: reader.name,
    eventTitle,
    timeZone,
    endsAt: endOfAsk(asked, timeZone),
    suggestions: [
      {
        who: namedInAsks ? other.name : null,
        crafts,
        workingOn,
        reason: reader.reason,
        step,
        yesUrl: link,
        noUrl: link,
      },
    ],
  };
}

/** M3 as a mail type takes it, with a word where the contact of each will stand. */
export function madeOf({ people: [a, b], first, step }: PreviewedPair, contact: string) {
  const introduced = ({ name, reason, profile: { canHelpWith } }: PreviewedPerson) => ({
    name,
    reason,
    canHelpWith,
    contact,
  });
  return { people: [introduced(a), introduced(b)] as const, first, step };
}
