import { type Database, type Tx, addUsualMessages, setClock } from '#libs/database';
import {
  Event,
  type EventDetails,
  everyOrganization,
  instantOf,
  Member,
  Mixer,
  newId,
  Organization,
  Panel,
  Person,
  type RsvpRules,
} from '#libs/domain';
import type { StorageSettings } from '#libs/files';
import { words } from '#libs/words';
import { seedLastCircle, seedTonight } from './demo-circle.ts';
import { seedEars } from './demo-evening.ts';
import { seedPeople } from './demo-guests.ts';
import { seedSeries } from './demo-series.ts';
import { type KeptTune, type TuneName, keepTunes } from './demo-tunes.ts';

const zone = 'America/Los_Angeles';
/** The morning after the evening of the guest lists. */
const firstMorning = instantOf('2026-10-20T08:00', zone);
/** A day: what begins sooner would remind its guests at the first start. */
const reminderLead = 24 * 60 * 60 * 1000;

/**
 * The demo organization, its owner, the evening of the guest lists (yesterday in product time), two that are open for RSVPs,
 * one of them monthly and one with questions and offers, one tomorrow with panels, tables and a door, and two of a
 * songwriting circle: one that is over and one tonight. Does nothing where it stands already: product time then goes on from
 * where it was.
 */
export async function seedDemo(database: Database, files: StorageSettings): Promise<void> {
  const made = await database.write(everyOrganization, async (tx) => {
    await tx.query('select 1 from installation for update');
    const slug = words.demo.organizationSlug;
    if ((await tx.one(Organization, { slug })) !== null) return true;
    await setClock(tx, firstMorning);
    return false;
  });
  if (made) return;
  const tunes = await keepTunes(files);
  await database.write(everyOrganization, (tx) => seed(tx, tunes));
}

async function seed(tx: Tx, tunes: Readonly<Record<TuneName, KeptTune>>): Promise<void> {
  const organizationId = newId();
  const ownerId = newId();
  await tx.insert(
    Person,
    Object.assign(new Person(), {
      id: ownerId,
      email: 'owner@demo.example',
      name: words.demo.ownerName,
      language: 'en',
      confirmedAt: tx.now,
      sessionEpoch: 0,
      introductionsPausedUntil: null,
      erasedAt: null,
      createdAt: tx.now,
    }),
  );
  await tx.insert(
    Organization,
    Object.assign(new Organization(), {
      id: organizationId,
      name: words.demo.organizationName,
      slug: words.demo.organizationSlug,
      timeZone: zone,
      city: 'Los Angeles',
      accent: null,
      language: 'en',
      replyTo: 'guild@demo.example',
      createdAt: tx.now,
    }),
  );
  const member = {
    id: newId(),
    organizationId,
    personId: ownerId,
    role: 'owner' as const,
    eventIds: null,
    createdAt: tx.now,
  };
  await tx.save(Object.assign(new Member(), member));
  for (const evening of evenings) {
    const event = await seedEvening(tx, organizationId, evening);
    if (evening.monthly === true) await seedSeries(tx, event, evening.capacity);
  }
  const circle = { organizationId, ownerId, tunes, people: await seedPeople(tx, organizationId) };
  const earlier = await seedLastCircle(tx, await seedEvening(tx, organizationId, lastCircle), circle);
  await seedEars(tx, await seedEvening(tx, organizationId, tomorrow));
  await seedTonight(tx, await seedEvening(tx, organizationId, tonight), circle, earlier);
}

interface Evening {
  slug: string;
  details: EventDetails;
  capacity: number;
  /** Of its panel, with an open mixer; without one there is neither. */
  topic?: string;
  rules?: Partial<RsvpRules>;
  /** Comes again on the same weekday of each month. */
  monthly?: true;
}

const evenings: Evening[] = [
  {
    slug: 'sound-after-the-cut',
    capacity: 80,
    topic: words.demo.past.topic,
    details: {
      title: words.demo.past.title,
      description: words.demo.past.description,
      place: 'Arts District',
      city: 'Los Angeles',
      privatePlace: '1200 East 5th Street, second floor',
      timeZone: zone,
      startsLocal: '2026-10-19T18:00',
      endsLocal: '2026-10-19T21:00',
    },
  },
  {
    slug: 'the-quiet-room',
    capacity: 40,
    monthly: true,
    topic: words.demo.next.topic,
    details: {
      title: words.demo.next.title,
      description: words.demo.next.description,
      place: 'Burbank, near the media district',
      city: 'Los Angeles',
      privatePlace: '300 North Third Street, studio B',
      timeZone: zone,
      startsLocal: '2026-11-12T18:30',
      endsLocal: '2026-11-12T21:30',
    },
  },
  {
    slug: 'cold-ears',
    capacity: 12,
    topic: words.demo.small.topic,
    details: {
      title: words.demo.small.title,
      description: words.demo.small.description,
      place: 'Highland Park',
      city: 'Los Angeles',
      privatePlace: '5700 York Boulevard, in the yard',
      timeZone: zone,
      startsLocal: '2026-12-03T19:00',
      endsLocal: '2026-12-03T21:30',
    },
    rules: {
      waitlist: 'offer',
      plusOnes: 1,
      questions: [
        {
          id: newId(),
          kind: 'choice',
          label: words.demo.small.role,
          required: true,
          options: [...words.demo.small.roles],
        },
        { id: newId(), kind: 'agreement', label: words.demo.small.phones, required: true, options: [] },
      ],
    },
  },
];

const circleOf = (evening: typeof words.demo.circle.tonight | typeof words.demo.circle.last) => ({
  title: evening.title,
  description: evening.description,
  place: evening.place,
  privatePlace: evening.privatePlace,
  city: 'Los Angeles',
  timeZone: zone,
});

const lastCircle: Evening = {
  slug: 'unfinished-songs-last-week',
  capacity: 12,
  details: {
    ...circleOf(words.demo.circle.last),
    startsLocal: '2026-10-15T19:00',
    endsLocal: '2026-10-15T21:00',
  },
};

/** 100 minutes hear four songs at each table. */
const tonight: Evening = {
  slug: 'unfinished-songs',
  capacity: 16,
  details: {
    ...circleOf(words.demo.circle.tonight),
    startsLocal: '2026-10-20T19:00',
    endsLocal: '2026-10-20T20:40',
  },
};

const tomorrow: Evening = {
  slug: 'ears-first',
  capacity: 40,
  details: {
    title: words.demo.evening.title,
    description: words.demo.evening.description,
    place: words.demo.evening.place,
    privatePlace: words.demo.evening.privatePlace,
    city: 'Los Angeles',
    timeZone: zone,
    startsLocal: '2026-10-21T18:30',
    endsLocal: '2026-10-21T21:45',
  },
};

async function seedEvening(tx: Tx, organizationId: string, evening: Evening): Promise<Event> {
  const eventId = newId();
  const event = Event.draft(eventId, organizationId, evening.slug, evening.details, tx.now, evening.rules);
  event.publish(tx.now);
  await tx.insert(Event, event);
  await tx.query(
    'insert into event_seats (event_id, organization_id, capacity, ceiling) values ($1, $2, $3, $3)',
    [eventId, organizationId, evening.capacity],
  );
  if (event.startsAt.getTime() - tx.now.getTime() > reminderLead) await addUsualMessages(tx, event);
  if (evening.topic === undefined) return event;
  await tx.insert(
    Panel,
    Panel.of({
      id: newId(),
      organizationId,
      eventId,
      topic: evening.topic,
      position: 1,
      createdAt: tx.now,
    }),
  );
  await tx.insert(
    Mixer,
    Mixer.of({ id: newId(), organizationId, eventId, format: 'open', createdAt: tx.now }),
  );
  return event;
}
