import { Database } from '#libs/database';
import { CritiqueSession, DomainError, found, inOrganization, system } from '#libs/domain';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { EventStream } from '../event-stream.ts';
import { type Follower, Followers, eachWhoMay } from '../followers.ts';
import { Settings } from '../settings.ts';
import { type SessionNow, readSessionNow } from './evening-now.queries.ts';

export type { SessionNow } from './evening-now.queries.ts';

/** Phones and screens of one process. 120 phones hear of a change within 130 ms. */
const mostStreams = 1_000;
const channel = 'critique-changed';

export interface SessionKey {
  organizationId: string;
  eventId: string;
  /** Of the session. */
  id: string;
}

/** Of a member, looked at by itself; or of a phone, by the handle of its link. */
type Right = { stillMay: () => Promise<boolean> } | { organizationId: string; handleId: string };

/** Who looks, and what they are shown of the session: the name of the event, and the part of it that is theirs. */
export interface Looking {
  personId: string;
  right: Right;
  event: string;
  view: (all: SessionNow) => object;
}

interface Screen extends Follower, Looking {
  key: SessionKey;
  /** The version of the session that this screen was last told; 0: nothing yet. */
  told: number;
}

/**
 * Every screen that follows a session in this process: phones, the facilitator's, the room's. That it changed comes from
 * the database at the commit; then the session is read once and each screen is sent its own part. Every beat sends it
 * again, which sets the clocks right. Ends when the process is about to stop.
 */
@Injectable()
export class CritiqueScreens implements OnModuleDestroy {
  private readonly screens: Followers<Screen>;
  private readonly busy = new Set<string>();
  private readonly again = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly links: CritiqueLinks,
    settings: Settings,
  ) {
    this.screens = new Followers<Screen>({
      databaseUrl: settings.config.databaseUrl,
      channels: [channel],
      mostStreams,
      log: new Logger('screens'),
      heard: (_, sessionId) => {
        this.turn(sessionId);
      },
      whoMay: (all) => this.whoMay(all),
      beaten: () => {
        for (const screen of this.screens) screen.told = 0;
        this.turn(null);
      },
    });
  }

  /** @throws DomainError not-found */
  read(key: SessionKey): Promise<SessionNow> {
    return this.db.read(inOrganization(key.organizationId, system), (reader) => readSessionNow(reader, key));
  }

  /** @throws DomainError not-found, too-busy, too-many-requests, unavailable */
  async openStream(key: SessionKey, looking: Looking): Promise<EventStream> {
    const { organizationId } = key;
    found(
      await this.db.read(inOrganization(organizationId, system), (reader) =>
        reader.one(CritiqueSession, { ...key }),
      ),
    );
    const stream = new EventStream();
    await this.screens.admit({ ...looking, stream, key, subjectId: key.id, told: 0 });
    this.turn(key.id);
    return stream;
  }

  /** Looks again who may still look, and tells everybody what time it is. */
  beat(): Promise<void> {
    return this.screens.beat();
  }

  async onModuleDestroy(): Promise<void> {
    await this.screens.stop();
  }

  /** A host's right is looked at by itself, those of phones in one statement for each organization: there may be 500. */
  private async whoMay(all: readonly Screen[]): Promise<Set<Screen>> {
    const members = all.flatMap((screen) =>
      'stillMay' in screen.right ? [{ screen, stillMay: screen.right.stillMay }] : [],
    );
    const may = new Set([...(await eachWhoMay(members))].map(({ screen }) => screen));
    const phones = all.flatMap((screen) => ('handleId' in screen.right ? [{ screen, ...screen.right }] : []));
    for (const [organizationId, group] of Map.groupBy(phones, (phone) => phone.organizationId)) {
      const open = await this.links.stillOpen(
        organizationId,
        group.map(({ handleId }) => handleId),
      );
      for (const { screen, handleId } of group) if (open.has(handleId)) may.add(screen);
    }
    return may;
  }

  /** @param sessionId null: whatever is followed here */
  private turn(sessionId: string | null): void {
    const concerned = new Set(this.screens.of(sessionId).map(({ subjectId }) => subjectId));
    for (const id of concerned) this.look(id);
  }

  /** One look at a time for each session; what changes meanwhile is told by the next. */
  private look(sessionId: string): void {
    if (this.busy.has(sessionId)) {
      this.again.add(sessionId);
      return;
    }
    this.busy.add(sessionId);
    void this.tell(sessionId)
      .catch(this.screens.complain)
      .finally(() => {
        this.busy.delete(sessionId);
        if (this.again.delete(sessionId)) this.look(sessionId);
      });
  }

  private async tell(sessionId: string): Promise<void> {
    const screens = this.screens.of(sessionId);
    const [first] = screens;
    if (first === undefined) return;
    try {
      const all = await this.read(first.key);
      for (const screen of screens) {
        if (screen.told >= all.session.version) continue;
        screen.told = all.session.version;
        screen.stream.send(screen.event, screen.view(all));
      }
    } catch (error) {
      // Their browsers come back and ask again: the session is gone, or the database is away.
      for (const { stream } of screens) stream.end();
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
