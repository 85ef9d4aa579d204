import { type Reader, type Tx, keepFeatures, synonymsOf } from '#libs/database';
import { type Features, type ProfileInput, Room, toProfile, vocabularyOf } from '#libs/domain';
import { readSharedTables, readThanks } from './critique-history.queries.ts';
import { readAnswers, readContactsInCommon, readWishes } from './suggestion-history.queries.ts';
import { historyOf } from './suggestion-history.ts';

/**
 * Freezes what spoke for a yes of each of these sides, as the search for suggestions counts it, in the moment their asks
 * leave: profiles, words and histories go on changing, and what is learned from is what was known then.
 */
export async function freezeFeatures(
  tx: Tx,
  organizationId: string,
  sides: readonly { id: string }[],
): Promise<void> {
  if (sides.length === 0) return;
  const asks = await readAsks(
    tx,
    organizationId,
    sides.map(({ id }) => id),
  );
  const vocabulary = vocabularyOf(await synonymsOf(tx, organizationId));
  const frozen: { sideId: string; features: Features }[] = [];
  for (const [eventId, own] of Map.groupBy(asks, (ask) => ask.eventId)) {
    const { room, places } = await roomOf(tx, { organizationId, eventId }, own, vocabulary);
    for (const { sideId, from, to } of own) {
      const features = room.features(places.get(from) ?? 0, places.get(to) ?? 0);
      frozen.push({ sideId, features });
    }
  }
  await keepFeatures(tx, organizationId, frozen);
}

interface AskRow {
  sideId: string;
  eventId: string;
  /** People. */
  from: string;
  to: string;
  profileFrom: ProfileInput;
  profileTo: ProfileInput;
}

function readAsks(reader: Reader, organizationId: string, sideIds: readonly string[]): Promise<AskRow[]> {
  return reader.query<AskRow>(
    `select s.id as "sideId", i.event_id as "eventId", mine.person_id as "from", theirs.person_id as "to",
       mine.profile as "profileFrom", theirs.profile as "profileTo"
     from introduction_sides s join introductions i on i.id = s.introduction_id
     join attendees mine on mine.id = s.attendee_id
     join attendees theirs on theirs.id = case when i.attendee_a = s.attendee_id then i.attendee_b else i.attendee_a end
     where s.organization_id = $1 and s.id = any ($2::uuid[]) order by s.id`,
    [organizationId, sideIds],
  );
}

/** Everybody of one evening who is asked or asked about, and the place of each person among them. */
async function roomOf(
  reader: Reader,
  { organizationId, eventId }: { organizationId: string; eventId: string },
  asks: readonly AskRow[],
  vocabulary: ReturnType<typeof vocabularyOf>,
): Promise<{ room: Room; places: ReadonlyMap<string, number> }> {
  const profiles = new Map(
    asks.flatMap(({ from, to, profileFrom, profileTo }) => [
      [from, profileFrom],
      [to, profileTo],
    ]),
  );
  const people = [...profiles.keys()];
  const places = new Map(people.map((person, place) => [person, place]));
  const at = (person: string): number[] => {
    const place = places.get(person);
    return place === undefined ? [] : [place];
  };
  const answers = await readAnswers(reader, organizationId, people);
  const inCommon = await readContactsInCommon(reader, organizationId, people);
  const wishes = await readWishes(reader, organizationId, eventId);
  const tables = await readSharedTables(reader, organizationId, eventId);
  const thanks = await readThanks(reader, organizationId, eventId);
  const between = (one: string, other: string) =>
    at(one).flatMap((a) => at(other).map((b) => [a, b] as const));
  const history = historyOf({
    answers: answers.flatMap(({ personId, answered, yes }) =>
      at(personId).map((place) => ({ place, answered, yes })),
    ),
    knownInCommon: inCommon.map((knownBy) => knownBy.flatMap(at)),
    wishes: wishes.flatMap(({ from, to }) => between(from, to)),
    tables: tables.flatMap(({ a, b }) => between(a, b)),
    thanks: thanks.flatMap(({ author, critic }) => between(author, critic)),
  });
  const room = new Room(
    [...profiles.values()].map((profile) => toProfile(profile)),
    { vocabulary, ...history },
  );
  return { room, places };
}
