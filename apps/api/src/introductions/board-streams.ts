import { Database, type PresentHost, boardChannels } from '#libs/database';
import { type Member, inOrganization } from '#libs/domain';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { EventStream } from '../event-stream.ts';
import { type Follower, Followers, eachWhoMay } from '../followers.ts';
import { Settings } from '../settings.ts';
import { hostViews } from './live.dto.ts';
import { hostsAt } from './live.service.ts';

/** Open boards of one process. */
const mostStreams = 200;
/** The worker introduces many pairs in as many transactions: the board is told of them once. */
const gatherMs = 250;

interface Reader extends Follower {
  member: Member;
  stillMay: () => Promise<boolean>;
  /** The hosts as this reader was last told, as text. */
  told: string;
}

/** Who has a board open in this process: `subjectId` is the event. Ends when the process is about to stop. */
@Injectable()
export class BoardStreams implements OnModuleDestroy {
  private readonly readers: Followers<Reader>;
  private readonly changed = new Set<string>();
  private gathering: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.readers = new Followers<Reader>({
      databaseUrl: settings.config.databaseUrl,
      channels: Object.values(boardChannels),
      mostStreams,
      log: new Logger('board'),
      heard: (channel, eventId) => {
        this.heard(channel, eventId);
      },
      whoMay: eachWhoMay,
      beaten: () => this.tellHosts([...this.readers]),
    });
  }

  /** @throws DomainError too-busy, too-many-requests, unavailable */
  async open(
    member: Member,
    eventId: string,
    stillMay: () => Promise<boolean>,
    mayHaveMissed: boolean,
  ): Promise<EventStream> {
    const stream = new EventStream();
    const { personId } = member;
    const reader: Reader = { stream, personId, subjectId: eventId, member, stillMay, told: '' };
    await this.readers.admit(reader);
    try {
      if (mayHaveMissed) stream.send('changed', {});
      await this.tellHosts([reader]);
      return stream;
    } catch (error) {
      stream.lines.destroy();
      throw error;
    }
  }

  /** Looks again who may still read and who is here. */
  beat(): Promise<void> {
    return this.readers.beat();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.gathering);
    await this.readers.stop();
  }

  /** @param eventId null: nobody knows what was missed */
  private heard(channel: string, eventId: string | null): void {
    const concerned = this.readers.of(eventId);
    if (concerned.length === 0) return;
    if (channel === boardChannels.hosts) {
      this.tellHosts(concerned).catch(this.readers.complain);
      return;
    }
    for (const { subjectId } of concerned) this.changed.add(subjectId);
    this.gathering ??= setTimeout(() => {
      this.tellChanges();
    }, gatherMs);
  }

  private tellChanges(): void {
    this.gathering = undefined;
    for (const { stream, subjectId } of this.readers)
      if (this.changed.has(subjectId)) stream.send('changed', {});
    this.changed.clear();
  }

  /** Each event in one look; who knows already is not told again. */
  private async tellHosts(readers: readonly Reader[]): Promise<void> {
    for (const group of Map.groupBy(readers, ({ subjectId }) => subjectId).values()) {
      const [{ subjectId: eventId, member }] = group as [Reader];
      const { organizationId } = member;
      const hosts: PresentHost[] = await this.db.read(
        inOrganization(organizationId, member.actor),
        (reader) => hostsAt(reader, { organizationId, eventId }),
      );
      for (const reader of group) tellOne(reader, hosts);
    }
  }
}

function tellOne(reader: Reader, hosts: readonly PresentHost[]): void {
  const views = hostViews(hosts, reader.personId);
  const text = JSON.stringify(views);
  if (text === reader.told) return;
  reader.told = text;
  reader.stream.send('hosts', { hosts: views });
}
