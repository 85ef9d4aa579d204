import { stagesAfter, startOfTheDay } from './wall-time.ts';

// A pair of the model and its two sides, with what each can come to by itself.

export type Mark = 'talked' | 'met' | 'working together';
export type Topic = 'all' | 'introductions' | 'follow-ups';

export interface Person {
  most: number;
  panelist: boolean;
  optedIn: boolean;
  /** Opted out after a pair of theirs had read "asked". */
  leftInSilence: boolean;
  erased: boolean;
  pausedUntil: number;
  stops: Set<Topic>;
}

export interface Side {
  person: number;
  consent: 'not_asked' | 'asked' | 'yes' | 'no' | 'no_answer';
  askedAt: number | null;
  endsAt: number;
  remindAt: number | null;
  mark: Mark | null;
  glad: boolean;
  followUpAt: number | null;
  unanswered: number;
  stopped: boolean;
  withdrawn: boolean;
}

export interface Pair {
  sides: [Side, Side];
  state: string;
  byHost: boolean;
  suggestedUntil: number;
  approvedAt: number;
  askAt: number | null;
  frozen: boolean;
  appearsUntil: number;
  releaseAt: number | null;
  introducedAt: number | null;
  closedAt: number;
  endedBy: 'blocked' | 'erased' | null;
  lapseAt: number | null;
  wereWorking: boolean;
}

export const made = ['introduced', 'talked', 'met', 'working together', 'lapsed'];

export const newSide = (person: number): Side => ({
  person,
  consent: 'not_asked',
  askedAt: null,
  endsAt: 0,
  remindAt: null,
  mark: null,
  glad: false,
  followUpAt: null,
  unanswered: 0,
  stopped: false,
  withdrawn: false,
});

export const peopleOf = ({ sides }: Pair): [number, number] => [sides[0].person, sides[1].person];
export const isOf = (pair: Pair, x: number, y: number): boolean => keyOf(pair) === keyFor(x, y);
export const keyOf = (pair: Pair): string => keyFor(...peopleOf(pair));
export const keyFor = (x: number, y: number): string => `${Math.min(x, y)} ${Math.max(x, y)}`;
export const sideOf = (pair: Pair, person: number): Side =>
  pair.sides.find((side) => side.person === person)!;
export const otherOf = (pair: Pair, side: Side): Side => pair.sides[pair.sides[0] === side ? 1 : 0];
export const mayBeAsked = ({ stopped, withdrawn }: Side): boolean => !stopped && !withdrawn;

export function canAnswer({ introducedAt }: Pair, { consent, endsAt }: Side, now: number): boolean {
  return ['asked', 'yes', 'no'].includes(consent) && now < endsAt && introducedAt === null;
}

export function close(pair: Pair, now: number): void {
  if (pair.state !== 'asking' && pair.state !== 'agreed') return;
  Object.assign(pair, { state: 'closed quietly', closedAt: now, askAt: null, releaseAt: null });
}

/** For safety; the other one and the host read on as before. @returns whether it ended now */
export function end(pair: Pair, cause: 'blocked' | 'erased', now: number): boolean {
  close(pair, now);
  if (!made.includes(pair.state)) return false;
  Object.assign(pair, { state: 'ended for safety', endedBy: cause, closedAt: now, lapseAt: null });
  return true;
}

export function endAsks(pair: Pair, now: number): void {
  const silent = pair.sides.filter(({ consent, endsAt }) => consent === 'asked' && endsAt <= now);
  for (const side of silent) side.consent = 'no_answer';
  if (silent.length > 0 && pair.state === 'asking') close(pair, now);
}

export function endYear(pair: Pair, now: number): void {
  if (pair.lapseAt === null || pair.lapseAt > now) return;
  pair.lapseAt = null;
  if (['introduced', 'talked', 'met'].includes(pair.state)) pair.state = 'lapsed';
  for (const side of pair.sides) side.followUpAt = null;
}

export function lapseWhenSilent(pair: Pair): void {
  const isSilent = (side: Side): boolean =>
    !mayBeAsked(side) || (side.unanswered >= 2 && side.followUpAt === null);
  if (pair.sides.every(isSilent) && ['introduced', 'talked', 'met'].includes(pair.state))
    pair.state = 'lapsed';
}

export const stageFrom = (introducedAt: number, moment: number): number | null =>
  stagesAfter(introducedAt).find((stage) => stage >= moment) ?? null;
export const stageAfterAct = (introducedAt: number, now: number): number | null =>
  stageFrom(introducedAt, startOfTheDay(now, 14));

export function skip(introducedAt: number, side: Side, now: number): void {
  const next = stageAfterAct(introducedAt, now);
  const passed = side.followUpAt;
  const isSame = next !== null && passed !== null && next <= passed;
  side.followUpAt = isSame ? stageFrom(introducedAt, passed + 1) : next;
}
