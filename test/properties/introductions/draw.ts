import type { Random } from '../random.ts';
import type { Model } from './model.ts';
import type { Mark, Pair, Topic } from './pair.ts';
import type { Operation } from './operations.ts';
import type { GuestGiven } from './worlds.ts';
import { day } from './wall-time.ts';

// What happens next in a world, drawn by its seed; leaning to what can happen, with now and then something that cannot.

export function drawGuests(random: Random): GuestGiven[] {
  return Array.from({ length: random.between(3, 5) }, () => ({
    most: random.weighed({ 1: 1, 2: 4, 3: 5 }) === '1' ? 1 : random.between(2, 3),
    panelist: random.happens(0.12),
    namedInAsks: random.happens(0.7),
  }));
}

const marks: readonly (Mark | null)[] = ['talked', 'met', 'working together', 'working together', null];
const topics: readonly Topic[] = ['all', 'introductions', 'follow-ups'];

/** Null: nothing. Nobody acts who has left: their session ended with them. */
export function drawOperation(random: Random, model: Model, now: number): Operation | null {
  const { pairs, people } = model;
  const waits = pairs.some(({ state }) => state === 'suggested');
  const isHost = pairs.length === 0 || random.happens(isEarly(now) && waits ? 0.7 : 0.15);
  if (isHost) return drawDecision(random, pairs, people.length);
  const alive = people.flatMap((person, at) => (person.erased ? [] : [at]));
  const called = alive.filter((one) => pairs.some((pair) => isLively(pair, one, now)));
  const by = random.oneOf(called.length > 0 && random.happens(0.8) ? called : alive);
  if (by === undefined) return drawDecision(random, pairs, people.length);
  const own = pairs.flatMap(({ sides }, pair) => (sides.some(({ person }) => person === by) ? [pair] : []));
  const lively = own.filter((pair) => isLively(pairs[pair]!, by, now));
  if (lively.length === 0 || random.happens(0.14)) {
    const isIdle = own.length === 0 || random.happens(0.9);
    if (lively.length === 0 && random.happens(0.7)) return null;
    if (isIdle) return drawWish(random, by, people[by]!.optedIn, now);
  }
  const pair = random.oneOf(lively.length > 0 && random.happens(0.93) ? lively : own)!;
  if (pairs[pair]!.introducedAt === null) {
    if (random.happens(0.08)) return { by, act: 'block', pair };
    return { by, act: 'answer', pair, yes: random.happens(0.86) };
  }
  const act = random.weighed({
    mark: 9,
    glad: 4,
    later: 2,
    'stop-asking': 1,
    withdraw: 1,
    block: 1,
    answer: 1,
  });
  if (act === 'mark') return { by, act, pair, mark: random.oneOf(marks)! };
  if (act === 'answer') return { by, act, pair, yes: random.happens(0.5) };
  return { by, act, pair };
}

const isEarly = (now: number): boolean => now < Date.parse('2026-10-25T00:00Z');
/** A question of theirs is open, or the two were introduced. */
const isLively = ({ sides, introducedAt }: Pair, by: number, now: number): boolean =>
  introducedAt !== null ||
  sides.some(
    ({ person, askedAt, endsAt, consent }) =>
      person === by && askedAt !== null && endsAt > now && consent === 'asked',
  );

function drawDecision(random: Random, pairs: readonly Pair[], people: number): Operation {
  const suggested = pairs.flatMap(({ state }, at) => (state === 'suggested' ? [at] : []));
  if (suggested.length > 0 && random.happens(0.8)) {
    const act = random.weighed({ approve: 8, drop: 1, reword: 1 });
    return { by: 'host', act, pair: random.oneOf(suggested)! };
  }
  if (pairs.length === 0 || (pairs.length < 3 && random.happens(0.4))) {
    const x = random.between(0, people - 1);
    const y = (x + random.between(1, people - 1)) % people;
    return { by: 'host', act: 'pin', x, y };
  }
  const act = random.weighed({ approve: 1, drop: 1, 'bring-back': 3, 'take-back': 2, reword: 2, stop: 2 });
  return { by: 'host', act, pair: random.between(0, pairs.length - 1) };
}

function drawWish(random: Random, by: number, optedIn: boolean, now: number): Operation {
  const act = random.weighed(
    optedIn
      ? { consent: 2, pause: 2, resume: 4, 'stop-mail': 2, 'resume-mail': 4, erase: 1 }
      : { consent: 8, pause: 1, resume: 1, 'stop-mail': 1, 'resume-mail': 1, erase: 1 },
  );
  if (act === 'consent') return { by, act, yes: !optedIn };
  if (act === 'stop-mail') return { by, act, topic: random.oneOf(topics)! };
  if (act === 'pause') {
    const until = new Date(now + random.between(2, 60) * day).toISOString().slice(0, 10);
    return { by, act, until };
  }
  return { by, act };
}

/** What the model makes of it. @returns whether the product takes it */
export function predict(model: Model, operation: Operation, now: number): boolean {
  if (operation.by === 'host') {
    if (operation.act === 'pin') return model.pin(operation.x, operation.y, now);
    const pair = model.pairs[operation.pair]!;
    if (operation.act === 'approve') return model.approve(pair, now);
    if (operation.act === 'drop') return model.drop(pair);
    if (operation.act === 'bring-back') return model.bringBack(pair, now);
    if (operation.act === 'take-back') return model.takeBack(pair);
    return operation.act === 'reword' ? model.reword(pair) : model.stop(pair, now);
  }
  const person = model.people[operation.by]!;
  switch (operation.act) {
    case 'consent':
      return model.consent(operation.by, operation.yes, now);
    case 'pause':
      person.pausedUntil = Date.parse(`${operation.until}T00:00Z`);
      return true;
    case 'resume':
      person.pausedUntil = 0;
      return true;
    case 'stop-mail':
      person.stops.add(operation.topic);
      return true;
    case 'resume-mail':
      person.stops.clear();
      person.pausedUntil = 0;
      return true;
    case 'erase':
      return model.erase(operation.by, now);
  }
  const pair = model.pairs[operation.pair]!;
  const side = pair.sides.find((one) => one.person === operation.by)!;
  switch (operation.act) {
    case 'answer':
      return model.answer(pair, side, operation.yes, now);
    case 'block':
      return model.block(pair, side, now);
    case 'mark':
      return model.mark(pair, side, operation.mark, now);
    case 'glad':
      return model.glad(pair, side, now);
    case 'later':
      return model.later(pair, side, now);
    case 'stop-asking':
      return model.stopAsking(pair, side);
    case 'withdraw':
      return model.withdraw(pair, side);
  }
}
