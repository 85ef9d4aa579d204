import { type Reader, wellKnownAmong } from '#libs/database';
import { DomainError, Event, Introduction, type Member, found } from '#libs/domain';
import { readIntroductions, readWhoCame } from '#libs/suggestions';
import { type BoardRows, IntroductionView, isOnBoard } from './introductions.dto.ts';
import { readApart, readNamed } from './introductions.queries.ts';
import { RefusedWith } from '../problems/refused-with.ts';

// What a host sees. Also read within the writes, so that the answer to a decision is part of it (rule 29).

/** The whole evening. @throws DomainError not-found */
export async function readBoard(
  reader: Reader,
  { organizationId }: Member,
  eventId: string,
): Promise<BoardRows> {
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  const introductions = await readIntroductions(reader, organizationId, eventId);
  const attendees = introductions.flatMap(({ attendeeA, attendeeB }) => [attendeeA, attendeeB]);
  const made = introductions.filter(({ source }) => source === 'suggested' || source === 'wildcard');
  const came = await readWhoCame(reader, organizationId, eventId);
  const ids = came.map(({ attendeeId }) => attendeeId);
  return {
    event,
    came,
    apart: await readApart(reader, organizationId, came.filter(isOnBoard)),
    wellKnown: await wellKnownAmong(reader, organizationId, ids),
    introductions,
    named: await readNamed(reader, organizationId, attendees),
    suggestedAt: made.reduce<Date | null>(
      (last, { createdAt }) => (last && last > createdAt ? last : createdAt),
      null,
    ),
    now: reader.now,
  };
}

/** One pair of it. @throws DomainError not-found */
export async function readPair(
  reader: Reader,
  { organizationId }: Member,
  eventId: string,
  id: string,
): Promise<IntroductionView> {
  const introduction = found(await reader.one(Introduction, { id, eventId, organizationId }));
  const named = await readNamed(reader, organizationId, [introduction.attendeeA, introduction.attendeeB]);
  return IntroductionView.of(introduction, new Map(named.map((row) => [row.attendeeId, row])), reader.now);
}

/** Several, in their order. */
export async function readPairs(
  reader: Reader,
  { organizationId }: Member,
  introductions: readonly Introduction[],
): Promise<IntroductionView[]> {
  const attendees = introductions.flatMap(({ attendeeA, attendeeB }) => [attendeeA, attendeeB]);
  const named = await readNamed(reader, organizationId, attendees);
  const people = new Map(named.map((row) => [row.attendeeId, row]));
  return introductions.map((introduction) => IntroductionView.of(introduction, people, reader.now));
}

/** A refusal of a decision about a pair, with the pair as it stands: whoever decided on an older one sees what changed. */
export async function refusedWith(
  reader: Reader,
  member: Member,
  eventId: string,
  id: string,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof DomainError) || error.category !== 'conflict') return error;
  return new RefusedWith(error, await readPair(reader, member, eventId, id));
}
