import { roles, type Role } from '#libs/domain';
import { type Language, languageCodes } from '#libs/words';
import { PartialType } from '@nestjs/swagger';
import {
  Colour,
  Email,
  Ids,
  Line,
  OneOf,
  Optional,
  OptionalLine,
  OrNull,
  TimeZone,
  YesNo,
} from '../problems/shapes.ts';
import type { ActivityRow, MemberRow, OrganizationRow } from './organizations.queries.ts';

export class OrganizationInput {
  @Line(120) name!: string;
  @TimeZone() timeZone!: string;
  @OptionalLine(120) city?: string;
}

/** What is left out stays as it is. */
export class OrganizationChange extends PartialType(OrganizationInput, { skipNullProperties: false }) {
  @Optional() @OrNull() @Colour() accent?: string | null;
  /** Of its mails to people who chose no language of their own. */
  @Optional() @OneOf(languageCodes) language?: Language;
  /** Where guests' answers to its mails go; they see it. Null: nowhere. */
  @Optional() @OrNull() @Email() replyTo?: string | null;
  /** Whether a work costs critique credits. */
  @Optional() @YesNo() critiqueCredits?: boolean;
}

export class OrganizationView {
  id!: string;
  name!: string;
  slug!: string;
  timeZone!: string;
  city!: string;
  /** "#rrggbb", or null for the colour of the house. */
  accent!: string | null;
  /** Of its mails to people who chose no language of their own. */
  language!: string;
  /** Where guests' answers to its mails go; null: nowhere. */
  replyTo!: string | null;
  /** Whether a work costs critique credits. */
  critiqueCredits!: boolean;
  /** The role of the person who asks. */
  role!: Role;
  /** The public page of its upcoming events. */
  pageUrl!: string;

  static of(row: OrganizationRow): OrganizationView {
    const { id, name, slug, timeZone, city, accent, language, replyTo, critiqueCredits, role, pageUrl } = row;
    return { id, name, slug, timeZone, city, accent, language, replyTo, critiqueCredits, role, pageUrl };
  }
}

export class MemberChange {
  @OneOf(roles) role!: Role;
  /** Only for host and door: the events they are limited to. Null or left out: all events. */
  @Optional() @OrNull() @Ids(200) eventIds?: string[] | null;
}

export class MemberInput extends MemberChange {
  @Email() email!: string;
}

export class MemberView {
  id!: string;
  email!: string;
  /** Null until the person has signed in and said it. */
  name!: string | null;
  role!: Role;
  /** Null: all events. */
  eventIds!: string[] | null;
  since!: string;

  static of(row: MemberRow): MemberView {
    const { id, email, name, role, eventIds, createdAt } = row;
    return { id, email, name, role, eventIds, since: createdAt.toISOString() };
  }
}

export class MembersView {
  members!: MemberView[];

  static of(rows: readonly MemberRow[]): MembersView {
    return { members: rows.map((row) => MemberView.of(row)) };
  }
}

export class ActorView {
  kind!: 'person' | 'key' | 'link' | 'system';
  /** Name or address of a person; null when there is none any more. */
  name!: string | null;
}

/** Which event something was done at. */
export class EventOfLine {
  id!: string;
  title!: string;
}

export class ActivityLine {
  at!: string;
  actor!: ActorView;
  /** What was done, as a stable code such as "event.published". */
  action!: string;
  /** The id of what it was done to. */
  subjectId!: string;
  /** The event it belongs to; null for what belongs to none, or is not kept any more. */
  event!: EventOfLine | null;

  static of(row: ActivityRow): ActivityLine {
    const { at, actorKind, actorName, action, subjectId, eventId, eventTitle } = row;
    return {
      at: at.toISOString(),
      actor: { kind: actorKind, name: actorName },
      action,
      subjectId,
      event: eventId === null || eventTitle === null ? null : { id: eventId, title: eventTitle },
    };
  }
}

export class ActivityView {
  lines!: ActivityLine[];
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of(page: { rows: readonly ActivityRow[]; next: string | null }): ActivityView {
    return { lines: page.rows.map((row) => ActivityLine.of(row)), next: page.next };
  }
}
