import {
  Database,
  type Keys,
  type Reader,
  type ToldEntry,
  type Tx,
  findTold,
  keepConsents,
  keepOwnWords,
  keepTold,
  lockPeople,
  openHandle,
  readTold,
  recordApart,
} from '#libs/database';
import {
  Attendee,
  type Consent,
  DomainError,
  type Once,
  type Profile,
  type ToldKind,
  eveningTakesMore,
  eveningTakesMoreUntil,
  found,
  inOrganization,
  toProfile,
} from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import { impossibleIn } from './impossible.ts';
import type { MorningInput, MorningProfileInput, NamedPeopleInput } from './mornings.dto.ts';
import {
  type Morning,
  type MorningRow,
  type NamedPeople,
  readMorning,
  readNamedGuests,
} from './mornings.queries.ts';

/** Whose morning it is, from a link of a mail or from a session; never from what was sent. */
export interface MorningKey {
  organizationId: string;
  personId: string;
  attendeeId: string;
}

/**
 * The morning after an evening: whom somebody talked to and would like to meet, in private, and whether they want
 * introductions. Nobody is told of any of it, and the answer is the same whether a typed name was found or not.
 */
@Injectable()
export class MorningsService {
  private readonly keys: Keys;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** @throws DomainError link-unusable */
  async keyOfLink(token: string): Promise<MorningKey> {
    const handle = await this.db.read({ kind: 'installation' }, (reader) =>
      openHandle(reader, this.keys, 'morning', token),
    );
    return { organizationId: handle.organizationId, personId: handle.personId, attendeeId: handle.subjectId };
  }

  /** @throws DomainError not-found for anybody else's */
  async keyOfPerson(personId: string, attendeeId: string): Promise<MorningKey> {
    const { organizationId } = found(
      await this.db.read({ kind: 'person', personId }, (reader) =>
        reader.one(Attendee, { id: attendeeId, personId }),
      ),
    );
    return { organizationId, personId, attendeeId };
  }

  /** @throws DomainError not-found for whoever did not come, introductions-over after 60 days */
  look(key: MorningKey): Promise<Morning> {
    const scope = inOrganization(key.organizationId, { kind: 'person', id: key.personId });
    return this.db.read(scope, (reader) => morningOf(reader, key));
  }

  /**
   * Puts these answers in place of those before; repeating it changes nothing. What is left out of consents and profile
   * stays.
   * @throws DomainError as `look`, and wrong-shape for more than two wishes or more new people than people
   */
  save(key: MorningKey, input: MorningInput, once?: Once): Promise<Morning> {
    const { organizationId, personId, attendeeId } = key;
    const actor = { kind: 'person', id: personId } as const;
    return this.db.write(inOrganization(organizationId, actor, once), async (tx) => {
      await lockPeople(tx, [personId]);
      const attendee = found(await tx.locked(Attendee, { id: attendeeId, organizationId, personId }));
      const row = await openRow(tx, key);
      const faults = impossibleIn(input);
      if (faults.length > 0) throw new DomainError('wrong-shape', faults);
      const listed = await readNamedGuests(tx, organizationId, row.eventId, personId);
      const names = new Set(listed.map((guest) => guest.attendeeId));
      await keepTold(tx, attendee, 'talked', entriesOf(input.talked, names));
      await keepTold(tx, attendee, 'wish', entriesOf(input.wishes, names));
      await findTold(tx, organizationId, row.eventId);
      await keepNumbers(tx, attendee, input);
      await keepAnswers(tx, key, row, input);
      if (input.profile !== undefined) await keepProfile(tx, attendee, input.profile);
      // Apart: an organization's staff reads its activity, and would learn who answered.
      await recordApart(tx, actor, 'morning.answered', attendeeId);
      return morningOf(tx, key);
    });
  }
}

async function openRow(reader: Reader, key: MorningKey): Promise<MorningRow> {
  const row = found(await readMorning(reader, key));
  if (!eveningTakesMore(row.endsAt, reader.now)) throw new DomainError('introductions-over');
  return row;
}

async function morningOf(reader: Reader, key: MorningKey): Promise<Morning> {
  const row = await openRow(reader, key);
  const people = await readNamedGuests(reader, key.organizationId, row.eventId, key.personId);
  const told = await readTold(reader, key.attendeeId);
  const visible = new Set(people.map(({ attendeeId }) => attendeeId));
  const named = (kind: ToldKind): NamedPeople => {
    const own = told.filter((one) => one.kind === kind);
    return {
      attendeeIds: own
        .flatMap((one) => ('attendeeId' in one ? [one.attendeeId] : []))
        .filter((id) => visible.has(id)),
      names: own.flatMap((one) => ('typed' in one ? [one.typed] : [])),
    };
  };
  const { attendeeId, organizationName, accent, eventTitle, timeZone, endsAt, introductions } = row;
  return {
    attendeeId,
    organizationName,
    accent,
    eventTitle,
    timeZone,
    until: eveningTakesMoreUntil(endsAt),
    people,
    talked: named('talked'),
    wishes: named('wish'),
    talkedTo: row.talkedTo,
    newPeople: row.newPeople,
    introductions,
    asksIntroductions: introductions !== 'given' || row.introductionsBy === 'answer',
    nameVisible: row.nameVisible === 'given',
    profileVisible: row.profileVisible === 'given',
    profile: toProfile(row.profile),
  };
}

/** Whoever is not on the list the reader sees is nobody here: an id must not bring out a name. */
const entriesOf = ({ attendeeIds, names }: NamedPeopleInput, listed: ReadonlySet<string>): ToldEntry[] => [
  ...attendeeIds.filter((id) => listed.has(id)).map((attendeeId) => ({ attendeeId })),
  ...names.map((typed) => ({ typed })),
];

async function keepNumbers(tx: Tx, attendee: Attendee, { talkedTo, newPeople }: MorningInput): Promise<void> {
  const { id, organizationId, eventId, personId } = attendee;
  await tx.query(
    `insert into morning_answers (attendee_id, organization_id, event_id, person_id, talked_to, new_people, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (attendee_id) do update set talked_to = excluded.talked_to, new_people = excluded.new_people,
       answered_at = excluded.answered_at`,
    [id, organizationId, eventId, personId, talkedTo, newPeople, tx.now],
  );
}

async function keepAnswers(
  tx: Tx,
  { organizationId, personId }: MorningKey,
  row: MorningRow,
  { introductions, nameVisible, profileVisible }: MorningInput,
): Promise<void> {
  const answered = (
    purpose: Consent['purpose'],
    before: Consent['answer'] | null,
    yes: boolean | undefined,
  ) => {
    const answer = yes === true ? ('given' as const) : ('refused' as const);
    // Never asked and not ticked is still never asked.
    const untouched = purpose !== 'introductions' && before === null && yes === false;
    if (yes === undefined || before === answer || untouched) return [];
    const { wording } = words.pages.rsvp;
    return [{ organizationId, personId, purpose, answer, wording, source: 'answer' as const }];
  };
  await keepConsents(tx, [
    ...answered('introductions', row.introductions, introductions),
    ...answered('name-visible', row.nameVisible, nameVisible),
    ...answered('profile-visible', row.profileVisible, profileVisible),
  ]);
}

/** The copy of this evening, which matching reads, and the words kept for the next. */
async function keepProfile(tx: Tx, attendee: Attendee, input: MorningProfileInput): Promise<void> {
  const said = Object.entries(toProfile(input)).filter(
    ([field]) => input[field as keyof MorningProfileInput] !== undefined,
  );
  if (said.length === 0) return;
  const profile = Object.fromEntries(said) as Partial<Profile>;
  await keepOwnWords(tx, [{ teller: attendee, profile }]);
  await tx.query('update attendees set profile = profile || $3 where id = $1 and organization_id = $2', [
    attendee.id,
    attendee.organizationId,
    JSON.stringify(profile),
  ]);
}
