import { Database } from '#libs/database';
import { DomainError, found, inOrganization, Mixer, system } from '#libs/domain';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { EveningLinks } from '../evenings/evening-links.service.ts';
import { EventStream } from '../event-stream.ts';
import { type Follower, Followers, eachWhoMay } from '../followers.ts';
import { Settings } from '../settings.ts';
import { type EventKey, type TablesNow, readTables } from './mixers.queries.ts';
import { viewOf } from './mixers.service.ts';
import { MyTablesView } from './my-table.dto.ts';

const mostStreams = 1_000;
const channel = 'mixer-changed';

interface Screen extends Follower {
  key: EventKey;
  /** A member, looked at by itself; or somebody's phone, by the handle of its link. */
  who: { stillMay: () => Promise<boolean> } | { handleId: string; attendeeId: string };
  /** The version that this screen was last told; 0: nothing yet. */
  told: number;
}

/**
 * Every screen that follows the tables in this process: hosts' and phones. That they changed comes from the database at the
 * commit; then they are read once and each phone is sent its own part. Every beat sends it again, which sets the clocks right.
 */
@Injectable()
export class MixerScreens implements OnModuleDestroy {
  private readonly screens: Followers<Screen>;
  private readonly busy = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly links: EveningLinks,
    settings: Settings,
  ) {
    this.screens = new Followers<Screen>({
      databaseUrl: settings.config.databaseUrl,
      channels: [channel],
      mostStreams,
      log: new Logger('tables'),
      heard: (_, mixerId) => {
        this.turn(mixerId);
      },
      whoMay: (all) => this.whoMay(all),
      beaten: () => {
        for (const screen of this.screens) screen.told = 0;
        this.turn(null);
      },
    });
  }

  /** Where I sit. @throws DomainError not-found, also where the mixer is an open room */
  async look(key: EventKey, attendeeId: string): Promise<MyTablesView> {
    return MyTablesView.of(await this.read(key), attendeeId);
  }

  /** @throws DomainError not-found, too-busy, too-many-requests, unavailable */
  openForStaff(key: EventKey, personId: string, stillMay: () => Promise<boolean>): Promise<EventStream> {
    return this.open(key, personId, { stillMay });
  }

  /** @throws DomainError as `openForStaff` */
  openForPhone(
    { organizationId, eventId }: EventKey,
    personId: string,
    { handleId, attendeeId }: { handleId: string; attendeeId: string },
  ): Promise<EventStream> {
    return this.open({ organizationId, eventId }, personId, { handleId, attendeeId });
  }

  /** Looks again who may still look, and tells everybody what time it is. */
  beat(): Promise<void> {
    return this.screens.beat();
  }

  async onModuleDestroy(): Promise<void> {
    await this.screens.stop();
    await Promise.all(this.busy.values());
  }

  private async open(key: EventKey, personId: string, who: Screen['who']): Promise<EventStream> {
    const { organizationId, eventId } = key;
    const { id: subjectId } = found(
      await this.db.read(inOrganization(organizationId, system), (reader) =>
        reader.one(
          Mixer,
          'handleId' in who ? { organizationId, eventId, format: 'tables' } : { organizationId, eventId },
        ),
      ),
    );
    const stream = new EventStream();
    await this.screens.admit({ stream, personId, key, subjectId, who, told: 0 });
    this.turn(subjectId);
    return stream;
  }

  private read(key: EventKey): Promise<TablesNow> {
    return this.db.read(inOrganization(key.organizationId, system), async (reader) => {
      const tables = await readTables(reader, key);
      return found(tables.mixer.format === 'tables' ? tables : null);
    });
  }

  /** A host's right is looked at by itself, those of phones in one statement for each organization. */
  private async whoMay(all: readonly Screen[]): Promise<Set<Screen>> {
    const members = all.flatMap((screen) =>
      'stillMay' in screen.who ? [{ screen, stillMay: screen.who.stillMay }] : [],
    );
    const may = new Set([...(await eachWhoMay(members))].map(({ screen }) => screen));
    const phones = all.flatMap((screen) => ('handleId' in screen.who ? [{ screen, ...screen.who }] : []));
    for (const [organizationId, group] of Map.groupBy(phones, ({ screen }) => screen.key.organizationId)) {
      const open = await this.links.stillOpen(
        organizationId,
        group.map(({ handleId }) => handleId),
      );
      for (const { screen, handleId } of group) if (open.has(handleId)) may.add(screen);
    }
    return may;
  }

  /** @param mixerId null: whatever is followed here */
  private turn(mixerId: string | null): void {
    const concerned = new Set(this.screens.of(mixerId).map(({ subjectId }) => subjectId));
    for (const id of concerned) this.tellNext(id);
  }

  /** One look at a time for each mixer; what changes meanwhile is told by the next. */
  private tellNext(mixerId: string): void {
    if (this.busy.has(mixerId)) {
      this.again.add(mixerId);
      return;
    }
    const telling = this.tell(mixerId)
      .catch(this.screens.complain)
      .finally(() => {
        this.busy.delete(mixerId);
        if (this.again.delete(mixerId)) this.tellNext(mixerId);
      });
    this.busy.set(mixerId, telling);
  }

  private async tell(mixerId: string): Promise<void> {
    const screens = this.screens.of(mixerId);
    const [first] = screens;
    if (first === undefined) return;
    try {
      await this.tellPhones(first.key, screens);
      await this.tellStaff(first.key, screens);
    } catch (error) {
      // Their browsers come back and ask again: the tables are gone, or the database is away.
      for (const { stream } of screens) stream.end();
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async tellPhones(key: EventKey, screens: readonly Screen[]): Promise<void> {
    if (!screens.some(({ who }) => 'attendeeId' in who)) return;
    const tables = await this.read(key);
    for (const screen of screens) {
      if (!('attendeeId' in screen.who) || screen.told >= tables.mixer.version) continue;
      screen.told = tables.mixer.version;
      screen.stream.send('mixer', MyTablesView.of(tables, screen.who.attendeeId));
    }
  }

  /** What a host is told of a seating is counted for hosts alone. */
  private async tellStaff(key: EventKey, screens: readonly Screen[]): Promise<void> {
    if (!screens.some(({ who }) => 'stillMay' in who)) return;
    const scope = inOrganization(key.organizationId, system);
    const view = await this.db.read(scope, (reader) => viewOf(reader, key, key.eventId));
    for (const screen of screens) {
      if (!('stillMay' in screen.who) || screen.told >= view.version) continue;
      screen.told = view.version;
      screen.stream.send('mixer', view);
    }
  }
}
