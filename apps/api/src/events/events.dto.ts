import { PartialType } from '@nestjs/swagger';
import {
  Id,
  Line,
  ListOf,
  LocalTime,
  Nested,
  OneOf,
  Optional,
  OptionalLine,
  OrNull,
  Text,
  TimeZone,
  WholeNumber,
} from '../problems/shapes.ts';
import type { Page } from '../paging.ts';
import { RulesInput, RulesView, rulesViewOf } from './event-rules.dto.ts';
import type { EventRow } from './events.queries.ts';

export class PanelOfEvent {
  /** A panel that stands already; left out for a new one. */
  @Optional() @Id() id?: string;
  @Line(200) topic!: string;
}

export class MixerOfEvent {
  @OneOf(['open', 'tables']) format!: 'open' | 'tables';
}

export class EventInput extends RulesInput {
  @Line(200) title!: string;
  /** Markdown. */
  @Optional() @Text(10_000) description?: string;
  /** Venue or district; everybody sees it. */
  @OptionalLine(200) place?: string;
  @OptionalLine(120) city?: string;
  /** Street or join link; confirmed people only. */
  @Optional() @OrNull() @Line(500) privatePlace?: string | null;
  @TimeZone() timeZone!: string;
  @LocalTime() startsLocal!: string;
  @LocalTime() endsLocal!: string;
  @WholeNumber(0, 100_000) capacity!: number;
  /** In the order of the evening; a panel that is missing here is removed. */
  @Optional() @ListOf(() => PanelOfEvent, 20) panels?: PanelOfEvent[];
  @Optional() @OrNull() @Nested(() => MixerOfEvent) mixer?: MixerOfEvent | null;
}

/** What is left out stays as it is. */
export class EventChange extends PartialType(EventInput, { skipNullProperties: false }) {
  /** The version this change was made from; another one in the meantime is a conflict. */
  @WholeNumber(0, 2_147_483_647) version!: number;
  /** The address under /e/, by hand; a draft takes a new one from its title otherwise. */
  @Optional() @Line(120) slug?: string;
}

export class CancelInput {
  /** Shown on the page and in the mail to the guests. */
  @Line(500) reason!: string;
}

export class PanelRef {
  id!: string;
  topic!: string;
}

export class MixerRef {
  format!: 'open' | 'tables';
}

export class CritiqueSessionRef {
  id!: string;
  format!: 'live' | 'tables' | 'written';
}

/** People by the state of their RSVP. */
export class EventCounts {
  confirmed!: number;
  waitlisted!: number;
  held!: number;
  pending!: number;
  declined!: number;
  cancelled!: number;
  /** A freed seat is kept for them until their deadline. */
  offered!: number;
  checkedIn!: number;
  /** Of going, offered and held parties together; beyond the capacity where a host gave seats by name. */
  seatsTaken!: number;
}

export class EventView extends RulesView {
  id!: string;
  organizationId!: string;
  slug!: string;
  title!: string;
  /** Markdown. */
  description!: string;
  place!: string;
  city!: string;
  privatePlace!: string | null;
  timeZone!: string;
  /** Local time in `timeZone`, "2026-10-19T18:00". */
  startsLocal!: string;
  endsLocal!: string;
  startsAt!: string;
  endsAt!: string;
  state!: 'draft' | 'published' | 'cancelled';
  cancelReason!: string | null;
  publishedAt!: string | null;
  capacity!: number;
  panels!: PanelRef[];
  mixer!: MixerRef | null;
  critiqueSessions!: CritiqueSessionRef[];
  counts!: EventCounts;
  pageUrl!: string;
  version!: number;

  static of(row: EventRow): EventView {
    return {
      id: row.id,
      organizationId: row.organizationId,
      slug: row.slug,
      title: row.title,
      description: row.description,
      place: row.place,
      city: row.city,
      privatePlace: row.privatePlace,
      timeZone: row.timeZone,
      startsLocal: row.startsLocal,
      endsLocal: row.endsLocal,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      state: row.state,
      cancelReason: row.cancelReason,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      capacity: row.capacity,
      ...rulesViewOf(row),
      panels: row.panels.map(({ id, topic }) => ({ id, topic })),
      mixer: row.mixerFormat === null ? null : { format: row.mixerFormat },
      critiqueSessions: row.critiqueSessions.map(({ id, format }) => ({ id, format })),
      counts: countsOf(row),
      pageUrl: row.pageUrl,
      version: row.version,
    };
  }
}

const countsOf = ({
  confirmed,
  waitlisted,
  held,
  pending,
  declined,
  cancelled,
  offered,
  checkedIn,
  seatsTaken,
}: EventRow): EventCounts => ({
  confirmed,
  waitlisted,
  held,
  pending,
  declined,
  cancelled,
  offered,
  checkedIn,
  seatsTaken,
});

export class EventsView {
  events!: EventView[];
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of({ rows, next }: Page<EventRow>): EventsView {
    return { events: rows.map((row) => EventView.of(row)), next };
  }
}
