import { type Tx, keepConsents } from '#libs/database';
import {
  Attendee,
  type Event,
  Mixer,
  Panel,
  PanelPerson,
  PanelQuestion,
  Person,
  found,
  newId,
} from '#libs/domain';
import { post } from '#libs/mail';
import { words } from '#libs/words';

const { panels, invited, guests, questions, needs, doorNote } = words.demo.evening;

interface Speaker {
  name: string;
  part: 'moderator' | 'panelist';
  bio: string;
}

/** Minutes after the start of the evening. */
const agenda = {
  rooms: { startsAfter: 15, minutes: 45 },
  first: { startsAfter: 70, minutes: 30 },
} as const;

/**
 * Two panels with their people, what the guests ask already, small tables to be drawn and a list for the door. One panelist
 * is asked by mail and has not answered.
 */
export async function seedEars(tx: Tx, event: Event): Promise<void> {
  await tx.insert(
    Mixer,
    Object.assign(Mixer.of({ ...idsOf(event), id: newId(), format: 'tables', createdAt: tx.now }), {
      minutes: 40,
    }),
  );
  const seats = await seedGuests(tx, event);
  const rooms = await seedPanel(tx, event, 'rooms', 0);
  await seedPanel(tx, event, 'first', 1);
  await inviteOne(tx, event, rooms);
  await seedQuestions(tx, event, rooms, seats);
}

const idsOf = ({ id: eventId, organizationId }: Event) => ({ eventId, organizationId });

async function seedGuests(tx: Tx, event: Event): Promise<Attendee[]> {
  const people = await makePeople(
    tx,
    guests.map(([name], at) => ({ key: `guest${String(at + 1)}`, name })),
  );
  await keepConsents(
    tx,
    people.flatMap(({ id: personId }) =>
      (['introductions', 'name-visible'] as const).map((purpose) => ({
        ...{ organizationId: event.organizationId, personId, purpose },
        ...{ answer: 'given' as const, source: 'page' as const, wording: words.pages.rsvp.wording },
      })),
    ),
  );
  const attendees = people.map(({ id: personId, name }, at) => {
    const [, crafts = [], lookingFor = [], canHelpWith = [], stage] = guests[at] ?? [];
    const attendee = Attendee.of({ ...idsOf(event), id: newId(), personId }, name ?? '', tx.now);
    attendee.arrive(at + 1, 1);
    attendee.confirm(tx.now);
    const profile = {
      crafts: [...crafts],
      lookingFor: [...lookingFor],
      canHelpWith: [...canHelpWith],
      stage: stage ?? null,
    };
    return Object.assign(attendee, {
      mayWrite: true,
      ownWord: true,
      profile,
      doorNote: at === 4 ? doorNote : null,
    });
  });
  await tx.insert(Attendee, attendees);
  await tx.query(
    'update event_seats set taken = taken + $2, arrivals = arrivals + $2, version = version + $2 where event_id = $1',
    [event.id, attendees.length],
  );
  await post(
    tx,
    attendees.slice(0, 2).map(({ id: subjectId, personId, organizationId }) => ({
      ...{ organizationId, kind: 'rsvp-confirmed' as const, subjectId, personId },
    })),
  );
  return attendees;
}

async function seedPanel(tx: Tx, event: Event, name: keyof typeof panels, position: number): Promise<Panel> {
  const { topic } = panels[name];
  const people: Readonly<Record<string, Speaker>> = panels[name].people;
  const panel = Panel.of({ ...idsOf(event), id: newId(), topic, position, createdAt: tx.now });
  await tx.insert(Panel, Object.assign(panel, agenda[name]));
  const made = await makePeople(
    tx,
    Object.entries(people).map(([key, person]) => ({ key, name: person.name })),
  );
  for (const [at, { part, name: called, bio }] of Object.values(people).entries()) {
    const personId = made[at]?.id ?? '';
    const attendee = Attendee.of({ ...idsOf(event), id: newId(), personId }, called, tx.now);
    Object.assign(attendee, {
      part: 'panelist',
      source: 'panel',
      mayWrite: true,
      profile: { maxIntroductions: 0 },
    });
    attendee.confirm(tx.now);
    await tx.insert(Attendee, attendee);
    const appears = { name: called, pronunciation: '', bio, links: [], photoId: null };
    const person = personOf(panel, personId, called, at, tx.now);
    Object.assign(person, { part, state: 'confirmed', appears, attendeeId: attendee.id, answeredAt: tx.now });
    await tx.insert(PanelPerson, person);
    if (at === 1 && name === 'rooms')
      await tx.query(
        'insert into panelist_needs (panel_person_id, organization_id, person_id, needs) values ($1, $2, $3, $4)',
        [person.id, event.organizationId, personId, needs],
      );
    if (part !== 'moderator') continue;
    const { organizationId } = event;
    await post(tx, [{ organizationId, kind: 'panelist-confirmed', subjectId: person.id, personId }]);
  }
  return panel;
}

/** Their question waits in the mailbox. */
async function inviteOne(tx: Tx, event: Event, panel: Panel): Promise<void> {
  const [somebody] = await makePeople(tx, [invited]);
  const personId = somebody?.id ?? '';
  const person = personOf(panel, personId, invited.name, 3, tx.now);
  await tx.insert(PanelPerson, person);
  const { organizationId } = event;
  await post(tx, [{ organizationId, kind: 'panelist-invitation', subjectId: person.id, personId }]);
}

const personOf = (panel: Panel, personId: string, name: string, position: number, now: Date): PanelPerson =>
  Object.assign(new PanelPerson(), {
    ...{
      id: newId(),
      organizationId: panel.organizationId,
      eventId: panel.eventId,
      panelId: panel.id,
      personId,
    },
    ...{ attendeeId: null, part: 'panelist', position, state: 'invited', name, appears: null },
    ...{ invitedAt: now, answeredAt: null, revision: 0, version: 1, createdAt: now },
  });

async function seedQuestions(tx: Tx, event: Event, panel: Panel, seats: readonly Attendee[]): Promise<void> {
  for (const [asker, votes, named, text] of questions) {
    const { id: attendeeId, personId } = found(seats[asker]);
    const question = Object.assign(new PanelQuestion(), {
      ...{ ...idsOf(event), id: newId(), panelId: panel.id, attendeeId, personId, forId: null, named, text },
      ...{ state: 'open', starred: false, mergedInto: null, answeredAt: null, createdAt: tx.now },
    });
    await tx.insert(PanelQuestion, question);
    const voters = seats.filter((_, at) => at !== asker).slice(0, votes);
    await tx.query(
      `insert into question_votes (question_id, organization_id, person_id, created_at)
       select $1, $2, unnest($3::uuid[]), $4`,
      [question.id, event.organizationId, voters.map((voter) => voter.personId), tx.now],
    );
  }
}

async function makePeople(tx: Tx, people: readonly { key: string; name: string }[]): Promise<Person[]> {
  const made = people.map(({ key, name }) =>
    Object.assign(new Person(), {
      ...{
        id: newId(),
        email: `${key}@demo.example`,
        name,
        language: 'en',
        confirmedAt: tx.now,
        sessionEpoch: 0,
      },
      ...{ introductionsPausedUntil: null, erasedAt: null, createdAt: tx.now },
    }),
  );
  await tx.insert(Person, made);
  return made;
}
