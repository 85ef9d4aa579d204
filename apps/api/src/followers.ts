import { type Listening, listen, loggable } from '#libs/database';
import { DomainError } from '#libs/domain';
import type { Logger } from '@nestjs/common';
import type { EventStream } from './event-stream.ts';

/** How often everybody's right is looked at again, and who has left is noticed. */
const beatMs = 15_000;
/** One person's: a few tabs. */
const mostOfOnePerson = 6;

/** Somebody who is told of changes as long as they stay. */
export interface Follower {
  stream: EventStream;
  personId: string;
  /** What they follow; notifications name it, and nothing else. */
  subjectId: string;
}

interface Telling<One> {
  databaseUrl: string;
  channels: readonly string[];
  /** Open streams of one process; each holds a connection and a few kilobytes. */
  mostStreams: number;
  log: Logger;
  /** @param subjectId null: the connection was lost, and nobody knows what was missed */
  heard: (channel: string, subjectId: string | null) => void;
  /** Who of these may still follow. */
  whoMay: (all: readonly One[]) => Promise<ReadonlySet<One>>;
  /** After everybody's right was looked at again. */
  beaten: () => Promise<void> | void;
}

/**
 * Who follows something live in this process. What changed comes from the database at the commit, so it is the same
 * whichever process or worker changed it. One connection listens for all of them, from the first that opens.
 */
export class Followers<One extends Follower> {
  private readonly all = new Set<One>();
  private listening: Promise<Listening> | undefined;
  private beating: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly telling: Telling<One>) {}

  [Symbol.iterator](): Iterator<One> {
    return this.all.values();
  }

  of(subjectId: string | null): One[] {
    return [...this.all].filter((one) => subjectId === null || one.subjectId === subjectId);
  }

  /**
   * Takes one in until their stream closes; what changes from then on is heard.
   * @throws DomainError too-busy, too-many-requests, unavailable
   */
  async admit(one: One): Promise<void> {
    const own = [...this.all].filter(({ personId }) => personId === one.personId);
    if (own.length >= mostOfOnePerson) throw new DomainError('too-many-requests');
    if (this.all.size >= this.telling.mostStreams) throw new DomainError('too-busy');
    this.all.add(one);
    one.stream.lines.once('close', () => this.all.delete(one));
    try {
      await this.begin();
    } catch (error) {
      one.stream.lines.destroy();
      throw error;
    }
  }

  /** Looks again who may still follow. */
  async beat(): Promise<void> {
    const all = [...this.all];
    // Whose right cannot be looked at has none: their browser comes back and asks again.
    const may = await this.telling.whoMay(all).catch((error: unknown) => {
      this.complain(error);
      return new Set<One>();
    });
    for (const one of all) {
      if (may.has(one)) one.stream.beat();
      else one.stream.end();
    }
    await this.telling.beaten();
  }

  /** Everybody goes at once: the process is about to stop. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.beating);
    for (const { stream } of this.all) stream.end();
    const listening = await this.listening?.catch(() => undefined);
    await listening?.close();
  }

  readonly complain = (error: unknown): void => {
    this.telling.log.error({ error: loggable(error), msg: 'somebody who follows was not told' });
  };

  private async begin(): Promise<void> {
    if (this.stopped) throw new DomainError('unavailable');
    const { databaseUrl, channels, heard } = this.telling;
    this.listening ??= listen(databaseUrl, channels, heard);
    this.beating ??= setInterval(() => {
      this.beat().catch(this.complain);
    }, beatMs).unref();
    try {
      await this.listening;
    } catch {
      this.listening = undefined;
      throw new DomainError('unavailable');
    }
  }
}

/** Who of a few may still follow, each looked at by itself. */
export async function eachWhoMay<One extends { stillMay: () => Promise<boolean> }>(
  all: readonly One[],
): Promise<Set<One>> {
  const looks = await Promise.all(all.map(({ stillMay }) => stillMay().catch(() => false)));
  return new Set(all.filter((_, at) => looks[at]));
}
