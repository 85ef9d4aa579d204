import { type Reader, obstaclesAmong, synonymsOf, weightsNow } from '#libs/database';
import {
  DomainError,
  Event,
  type Introduction,
  blockedBy,
  boardMayTell,
  eventCap,
  found,
  takesPlace,
} from '#libs/domain';
import {
  type CameRow,
  pairKey,
  readIntroductions,
  readPairsSuggested,
  readPairsTaken,
  readWhoCame,
  refuseUnlessTakesMore,
} from './evening-rows.ts';
import { readSharedTables, readThanks } from './critique-history.queries.ts';
import { readAnswers, readContactsInCommon, readWishes } from './suggestion-history.queries.ts';
import type { First, Pair, SuggestionProblem } from './suggestion-problem.ts';

/** As many as one board can show: with 2,000 it is 2 MB. Looking for their pairs takes a few seconds of a thread. */
const mostPeople = 2000;

/** What a host asks for. */
export interface Wish {
  /** As the last time, if not said. */
  first?: First | undefined;
  /** Whether suggestions that nobody touched may make way for others; otherwise only free places are filled. */
  anew: boolean;
}

/** The people whom a decision of a host's has touched: of the rest only few suggestions make way. */
export interface Repair {
  touched: readonly string[];
}

/** An evening as suggestions are made from it. */
export interface EveningRead {
  event: Event;
  problem: SuggestionProblem;
  /** Whether suggestions were made for it at any time. */
  wasSuggested: boolean;
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
  organizationId: string,
  eventId: string,
  wish: Wish | Repair,
): Promise<EveningRead> {
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  refuseUnlessTakesMore(event, reader.now);
  const came = await readWhoCame(reader, organizationId, eventId);
  const people = came.filter(
    ({ answer, part, profile }) => answer === 'given' && eventCap(part, profile) > 0,
  );
  if (people.length > mostPeople) throw new DomainError('introductions-too-many-people');
  const ids = people.map(({ personId }) => personId);
  const obstacles = await obstaclesAmong(reader, organizationId, ids, eventId);
  const { standing, dropped } = await readPairsTaken(reader, organizationId, ids);
  const present = await readIntroductions(reader, organizationId, eventId);

  const places = new Map(ids.map((id, place) => [id, place]));
  const isHere = new Set(ids);
  const fallen = present.filter((introduction) => {
    const { personA, personB, isUntouched } = introduction;
    if (!isUntouched) return false;
    const hindrance = blockedBy(obstacles.between(personA, personB));
    const bothThere = places.has(personA) && places.has(personB);
    return !bothThere || (hindrance !== null && boardMayTell(hindrance));
  });
  const mayMove = 'touched' in wish || wish.anew;
  const movable = mayMove
    ? present.filter((one) => one.isUntouched && one.source === 'suggested' && !fallen.includes(one))
    : [];
  const moved = new Set([...fallen, ...movable]);
  const kept = present.filter((one) => takesPlace(one, reader.now) && !moved.has(one));
  const own = new Set(movable.map(pairOf));
  // A pair that a host saw and that never came back, also after it waited too long, would tell of a block or a pause.
  const { seen, wasSearched } = await readPairsSuggested(reader, organizationId, eventId);
  // Nor may it show that nobody comes in the place of a pair that was dropped.
  const wasShown = new Set(
    [...seen, ...present.filter(({ frozenAt }) => frozenAt !== null).map(pairOf)].flatMap(peopleOf),
  );
  const isApart = (pair: string): boolean => {
    const hindrance = blockedBy(obstacles.between(...peopleOf(pair)));
    return hindrance !== null && (!seen.has(pair) || boardMayTell(hindrance));
  };
  const between = (one: string, other: string): Pair[] =>
    isHere.has(one) && isHere.has(other) ? [[placeOf(places, one), placeOf(places, other)]] : [];
  const problem: SuggestionProblem = {
    seed: event.id,
    first: ('first' in wish ? wish.first : undefined) ?? event.suggestionsFirst,
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
    closed: ids.flatMap((id, place) => (obstacles.isClosed(id) && !wasShown.has(id) ? [place] : [])),
    shown: placesOf(places, seen),
    wildcards: mayMove ? kept.filter((one) => one.isUntouched && one.source === 'wildcard').length : 0,
    repair: 'touched' in wish ? repairOf(places, { ...wish, fallen, movable }) : null,
    synonyms: await synonymsOf(reader, organizationId),
    answers: (await readAnswers(reader, organizationId, ids)).map(({ personId, answered, yes }) => ({
      place: placeOf(places, personId),
      answered,
      yes,
    })),
    knownInCommon: (await readContactsInCommon(reader, organizationId, ids)).map((knownBy) =>
      knownBy.map((person) => placeOf(places, person)).sort((a, b) => a - b),
    ),
    wishes: (await readWishes(reader, organizationId, eventId)).flatMap(({ from, to }) => between(from, to)),
    tables: (await readSharedTables(reader, organizationId, eventId)).flatMap(({ a, b }) => between(a, b)),
    thanks: (await readThanks(reader, organizationId, eventId)).flatMap(({ author, critic }) =>
      between(author, critic),
    ),
    weights: await weightsNow(reader),
  };
  return { event, problem, wasSuggested: wasSearched, people, fallen, movable };
}

/** Who lost a suggestion without a decision looks for another one as well. */
function repairOf(
  places: Map<string, number>,
  { touched, fallen, movable }: Repair & Pick<EveningRead, 'fallen' | 'movable'>,
): SuggestionProblem['repair'] {
  const all = new Set([...touched, ...fallen.flatMap(({ personA, personB }) => [personA, personB])]);
  return {
    standing: placesOf(places, movable.map(pairOf)),
    touched: [...all].flatMap((person) => places.get(person) ?? []).sort((a, b) => a - b),
  };
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
