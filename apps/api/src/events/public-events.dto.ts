import type { Registration } from '#libs/domain';
import type { Page } from '../paging.ts';
import { QuestionView, questionViewOf } from './event-rules.dto.ts';
import type { PublicEventRow } from './public-events.queries.ts';

export class PublicOrganization {
  name!: string;
  slug!: string;
}

export class PublicPanel {
  topic!: string;
}

export class PublicMixer {
  format!: 'open' | 'tables';
}

/** What anybody may know of an event; the private part of the place is not among it. */
export class PublicEventView {
  slug!: string;
  title!: string;
  /** Markdown. */
  description!: string;
  place!: string;
  city!: string;
  timeZone!: string;
  startsLocal!: string;
  endsLocal!: string;
  startsAt!: string;
  endsAt!: string;
  state!: 'published' | 'cancelled';
  cancelReason!: string | null;
  capacity!: number;
  /** Seats that nobody holds; 0 means that a newcomer joins the waitlist. */
  seatsLeft!: number;
  /** Who may RSVP: everybody, the organization's own people, or who is invited. */
  registration!: Registration;
  /** A host decides each RSVP of somebody who was not invited. */
  approval!: boolean;
  /** When RSVPs open and close; null where only publication and the end do. */
  opensAt!: string | null;
  closesAt!: string | null;
  /** Whether people may queue when every seat is taken. */
  waitlistOpen!: boolean;
  /** How many named guests somebody may bring. */
  plusOnes!: number;
  questions!: QuestionView[];
  panels!: PublicPanel[];
  mixer!: PublicMixer | null;
  organization!: PublicOrganization;
  pageUrl!: string;

  static of(row: PublicEventRow): PublicEventView {
    return {
      slug: row.slug,
      title: row.title,
      description: row.description,
      place: row.place,
      city: row.city,
      timeZone: row.timeZone,
      startsLocal: row.startsLocal,
      endsLocal: row.endsLocal,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      state: row.state,
      cancelReason: row.cancelReason,
      capacity: row.capacity,
      seatsLeft: row.seatsLeft,
      registration: row.registration,
      approval: row.approval,
      opensAt: row.opensAt?.toISOString() ?? null,
      closesAt: row.closesAt?.toISOString() ?? null,
      waitlistOpen: row.waitlistOpen,
      plusOnes: row.plusOnes,
      questions: row.questions.map(questionViewOf),
      panels: row.panels.map(({ topic }) => ({ topic })),
      mixer: row.mixerFormat === null ? null : { format: row.mixerFormat },
      organization: { name: row.organizationName, slug: row.organizationSlug },
      pageUrl: row.pageUrl,
    };
  }
}

export class PublicEventsView {
  events!: PublicEventView[];
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of({ rows, next }: Page<PublicEventRow>): PublicEventsView {
    return { events: rows.map((row) => PublicEventView.of(row)), next };
  }
}
