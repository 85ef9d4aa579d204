import { type Reader, obstaclesAmong, synonymsOf } from '#libs/database';
import {
  DomainError,
  Event,
  type Introduction,
  type Member,
  blockedBy,
  boardMayTell,
  eventCap,
  found,
  takesPlace,
} from '#libs/domain';
import { refuseUnlessTakesMore } from './evening.ts';
import {
  type CameRow,
  pairKey,
  readIntroductions,
  readPairsSuggested,
  readPairsTaken,
  readWhoCame,
} from './introductions.queries.ts';
import { readAnswers, readContactsInCommon } from './suggestion-history.queries.ts';
import type { First, Pair, SuggestionProblem } from './suggestion-problem.ts';

/** As many as one board can show: with 2,000 it is 2 MB. Looking for their pairs takes a few seconds of a thread. */
const mostPeople = 2000;

/** What a host asks for. */
export interface Wish {
  first: First;
  /** Whether suggestions that nobody touched may make way for others; otherwise only free places are filled. */
  anew: boolean;
}

/** An evening as suggestions are made from it. */
export interface EveningRead {
  event: Event;
  problem: SuggestionProblem;
  /** The people of the problem, in its order. */
  people: readonly CameRow[];
  /** Suggestions that may stand no longer. */
  fallen: Introduction[];
  /** Suggestions that stay only if they are planned again. */
  movable: Introduction[];
}

/**
 * A suggestion that stands goes only for what the board may tell; were it to go or to move with a block, a pause or a stop
 * of somebody, the board would show that.
 *
 * @throws DomainError not-found, event-cancelled, introductions-over, introductions-too-many-people
 */
export async function readEvening(
  reader: Reader,
  { organizationId }: Member,
  eventId: string,
  wish: Wish,
): Promise<EveningRead> {
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  refuseUnlessTakesMore(event, reader.now);
  const came = await readWhoCame(reader, organizationId, eventId);
  const people = came.filter(
    ({ answer, part, profile }) => answer === 'given' && eventCap(part, profile) > 0,
  );
  if (people.length > mostPeople) throw new DomainError('introductions-too-many-people');
  const ids = people.map(({ personId }) => personId);
  const obstacles = await obstaclesAmong(reader, organizationId, ids);
  const { standing, dropped } = await readPairsTaken(reader, organizationId, ids);
  const present = await readIntroductions(reader, organizationId, eventId);

  const places = new Map(ids.map((id, place) => [id, place]));
  const fallen = present.filter((introduction) => {
    const { personA, personB, isUntouched } = introduction;
    if (!isUntouched) return false;
    const hindrance = blockedBy(obstacles.between(personA, personB));
    const bothThere = places.has(personA) && places.has(personB);
    return !bothThere || (hindrance !== null && boardMayTell(hindrance));
  });
  const movable = wish.anew
    ? present.filter((one) => one.isUntouched && one.source === 'suggested' && !fallen.includes(one))
    : [];
  const moved = new Set([...fallen, ...movable]);
  const kept = present.filter((one) => takesPlace(one, reader.now) && !moved.has(one));
  const own = new Set(movable.map(pairOf));
  // A pair that a host saw and that never came back, also after it waited too long, would tell of a block or a pause.
  const seen = await readPairsSuggested(reader, organizationId, eventId);
  const isApart = (pair: string): boolean => {
    const hindrance = blockedBy(obstacles.between(...peopleOf(pair)));
    return hindrance !== null && (!seen.has(pair) || boardMayTell(hindrance));
  };
  const problem: SuggestionProblem = {
    seed: event.id,
    first: wish.first,
    people: people.map(({ attendeeId, part, profile }) => ({
      attendeeId,
      profile,
      cap: eventCap(part, profile),
    })),
    kept: kept.map(({ personA, personB }) => [placeOf(places, personA), placeOf(places, personB)]),
    forbidden: placesOf(places, [
      ...obstacles.apart().filter(isApart),
      ...[...standing].filter((pair) => !own.has(pair)),
      ...dropped,
    ]),
    closed: ids.flatMap((id, place) => (obstacles.isClosed(id) ? [place] : [])),
    shown: placesOf(places, seen),
    wildcards: wish.anew ? kept.filter((one) => one.isUntouched && one.source === 'wildcard').length : 0,
    synonyms: await synonymsOf(reader, organizationId),
    answers: (await readAnswers(reader, organizationId, ids)).map(({ personId, answered, yes }) => ({
      place: placeOf(places, personId),
      answered,
      yes,
    })),
    knownInCommon: (await readContactsInCommon(reader, organizationId, ids)).map((knownBy) =>
      knownBy.map((person) => placeOf(places, person)).sort((a, b) => a - b),
    ),
  };
  return { event, problem, people, fallen, movable };
}

/** Whoever stands in a kept pair but opted out since takes a place after the last. */
function placeOf(places: Map<string, number>, person: string): number {
  const place = places.get(person) ?? places.size;
  places.set(person, place);
  return place;
}

function placesOf(places: ReadonlyMap<string, number>, pairs: Iterable<string>): Pair[] {
  return [...new Set(pairs)]
    .flatMap((pair): Pair[] => {
      const [one, other] = peopleOf(pair).map((person) => places.get(person));
      return one === undefined || other === undefined ? [] : [[Math.min(one, other), Math.max(one, other)]];
    })
    .sort(([a, b], [c, d]) => a - c || b - d);
}

const pairOf = ({ personA, personB }: Introduction): string => pairKey({ a: personA, b: personB });

const peopleOf = (pair: string): [string, string] => pair.split(' ') as [string, string];
