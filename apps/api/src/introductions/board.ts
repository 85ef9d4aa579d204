import type { Reader } from '#libs/database';
import { Event, Introduction, type Member, found } from '#libs/domain';
import { type BoardRows, IntroductionView } from './introductions.dto.ts';
import { readIntroductions, readNamed, readWhoCame } from './introductions.queries.ts';

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
  return {
    event,
    came: await readWhoCame(reader, organizationId, eventId),
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
