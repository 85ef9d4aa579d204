import { Database } from '#libs/database';
import { DomainError, Panel, found, inOrganization, system } from '#libs/domain';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { EventStream } from '../event-stream.ts';
import { EveningLinks } from '../evenings/evening-links.service.ts';
import { type Follower, Followers, eachWhoMay } from '../followers.ts';
import { Settings } from '../settings.ts';
import { ModerationView, PanelLiveView } from './panel-live.dto.ts';
import { type PanelKey, type PanelNow, readPanelNow } from './panel-now.queries.ts';

/** Phones and screens of one process: a few panels of 500. */
const mostStreams = 2_000;
const channel = 'panel-changed';
/** A room that votes changes its panel many times a second; nobody reads that fast. */
const apartMs = 250;

/** What a screen is sent: the room's part, the same for phones and stage, or the moderator's. */
export type ScreenPart = 'panel' | 'moderation';

/** Looked at by itself; or of a phone, by the handle of its link. */
export type ScreenRight = { stillMay: () => Promise<boolean> } | { organizationId: string; handleId: string };

interface Screen extends Follower {
  key: PanelKey;
  part: ScreenPart;
  right: ScreenRight;
  /** How far the news of the panel have reached this screen; -1: it knows nothing. */
  told: number;
}

/** What is known of one panel that somebody follows here. */
interface Feed {
  /** Counts what changed. */
  news: number;
  busy: boolean;
  /** Somebody asked to look while it was busy. */
  again: boolean;
  timer: NodeJS.Timeout | undefined;
  beganAt: number;
}

/**
 * Every screen that follows a panel in this process. That it changed comes from the database at the commit; then the panel
 * is read once, written down once for each part, and the same bytes go to everybody: the first at once, the next a quarter
 * of a second later at the earliest. Every beat sends it again, which sets the clocks right.
 */
@Injectable()
export class PanelScreens implements OnModuleDestroy {
  private readonly screens: Followers<Screen>;
  private readonly feeds = new Map<string, Feed>();
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly links: EveningLinks,
    settings: Settings,
  ) {
    this.screens = new Followers<Screen>({
      databaseUrl: settings.config.databaseUrl,
      channels: [channel],
      mostStreams,
      log: new Logger('screens'),
      heard: (_, panelId) => {
        this.hear(panelId);
      },
      whoMay: (all) => this.whoMay(all),
      beaten: () => {
        for (const screen of this.screens) screen.told = -1;
        for (const panelId of this.followed(null)) this.look(panelId);
      },
    });
  }

  /** @throws DomainError not-found */
  read(key: PanelKey): Promise<PanelNow> {
    return this.db.read(inOrganization(key.organizationId, system), (reader) => readPanelNow(reader, key));
  }

  /** @throws DomainError not-found, too-busy, too-many-requests, unavailable */
  async open(
    key: PanelKey,
    { personId, part, right }: { personId: string; part: ScreenPart; right: ScreenRight },
  ): Promise<EventStream> {
    const scope = inOrganization(key.organizationId, system);
    found(await this.db.read(scope, (reader) => reader.one(Panel, { ...key })));
    const stream = new EventStream();
    await this.screens.admit({ stream, personId, part, right, key, subjectId: key.id, told: -1 });
    this.look(key.id);
    return stream;
  }

  /** Looks again who may still look, and tells everybody what time it is. */
  beat(): Promise<void> {
    return this.screens.beat();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    for (const { timer } of this.feeds.values()) clearTimeout(timer);
    await this.screens.stop();
  }

  /** Staff and moderators are looked at by themselves, phones in one statement for each organization: there may be 500. */
  private async whoMay(all: readonly Screen[]): Promise<Set<Screen>> {
    const alone = all.flatMap((screen) =>
      'stillMay' in screen.right ? [{ screen, stillMay: screen.right.stillMay }] : [],
    );
    const may = new Set([...(await eachWhoMay(alone))].map(({ screen }) => screen));
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

  /** @param panelId null: whatever is followed here */
  private followed(panelId: string | null): Set<string> {
    return new Set(this.screens.of(panelId).map(({ subjectId }) => subjectId));
  }

  private hear(panelId: string | null): void {
    for (const id of this.followed(panelId)) {
      this.feedOf(id).news += 1;
      this.look(id);
    }
  }

  private feedOf(panelId: string): Feed {
    const known = this.feeds.get(panelId);
    if (known !== undefined) return known;
    const feed = { news: 0, busy: false, again: false, timer: undefined, beganAt: -Infinity };
    this.feeds.set(panelId, feed);
    return feed;
  }

  /** One look at a time for each panel; what changes meanwhile is told by the next. */
  private look(panelId: string): void {
    const feed = this.feedOf(panelId);
    if (feed.timer !== undefined) return;
    if (feed.busy) {
      feed.again = true;
      return;
    }
    const wait = feed.beganAt + apartMs - performance.now();
    if (wait <= 0) this.begin(panelId, feed);
    else
      feed.timer = setTimeout(() => {
        feed.timer = undefined;
        this.begin(panelId, feed);
      }, wait).unref();
  }

  private begin(panelId: string, feed: Feed): void {
    feed.busy = true;
    feed.beganAt = performance.now();
    void this.tell(panelId, feed)
      .catch((error: unknown) => {
        // The database of a process that stops goes with it.
        if (!this.stopped) this.screens.complain(error);
      })
      .finally(() => {
        feed.busy = false;
        if (feed.again) {
          feed.again = false;
          this.look(panelId);
        } else if (this.screens.of(panelId).length === 0) this.feeds.delete(panelId);
      });
  }

  private async tell(panelId: string, feed: Feed): Promise<void> {
    const { news } = feed;
    const [first] = this.screens.of(panelId);
    if (first === undefined) return;
    try {
      const all = await this.read(first.key);
      const messages = new Map<ScreenPart, Buffer>();
      for (const screen of this.screens.of(panelId)) {
        if (screen.told >= news) continue;
        const message = messages.get(screen.part) ?? messageOf(screen.part, all);
        messages.set(screen.part, message);
        screen.told = news;
        screen.stream.sendMessage(message);
      }
    } catch (error) {
      // Their browsers come back and ask again: the panel is gone, or the database is away.
      for (const { stream } of this.screens.of(panelId)) stream.end();
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

const messageOf = (part: ScreenPart, all: PanelNow): Buffer =>
  EventStream.message(part, part === 'panel' ? PanelLiveView.of(all) : ModerationView.of(all));
