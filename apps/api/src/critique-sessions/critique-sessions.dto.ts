import { PartialType } from '@nestjs/swagger';
import {
  type CritiqueFormat,
  type CritiqueTemplate,
  type Phase,
  critiqueTemplates,
  phasesOf,
  slotsPerTable,
  capacityOf,
  speakers,
  titleOf,
} from '#libs/domain';
import {
  Line,
  ListOf,
  LocalTime,
  OneOf,
  Optional,
  OptionalLine,
  OrNull,
  Text,
  WholeNumber,
  YesNo,
} from '../problems/shapes.ts';
import type { EveningRow, SessionRow } from './critique-sessions.queries.ts';

const formats = ['live', 'tables', 'written'] as const;

export class PhaseInput {
  /** Known within the slot; phones show what belongs to a usual one, such as "listen" or "meaning". */
  @Line(24) key!: string;
  @Line(60) label!: string;
  @WholeNumber(10, 5400) seconds!: number;
  @OneOf(speakers) speaks!: Phase['speaks'];
}

/** What an organizer may set; the template decides what is left out. */
export class CritiqueSettingsInput {
  @OptionalLine(120) title?: string;
  /** In their order, 1 to 12, from 3 to 90 minutes together; a written session has none. */
  @Optional() @ListOf(() => PhaseInput, 12) phases?: PhaseInput[];
  /** 1 in a live session. */
  @Optional() @WholeNumber(1, 20) tables?: number;
  /** Critics assigned to each work; 3 when left out. With fewer than 7 authors it is 2 at most. */
  @Optional() @WholeNumber(1, 4) criticsPerWork?: number;
  /** Until when works are brought, in the event's zone; null: until the evening starts. */
  @Optional() @OrNull() @LocalTime() deadlineLocal?: string | null;
  /** "round": nobody reads who made or wrote what before the session is over. */
  @Optional() @OneOf(['none', 'round']) blind?: 'none' | 'round';
  @Optional() @OneOf(['author', 'facilitator']) feedbackTo?: 'author' | 'facilitator';
  /** Works go to critics who know their topics, where that is possible for everybody. */
  @Optional() @YesNo() topicsMatter?: boolean;
  /** People of one employer do not hear each other. */
  @Optional() @YesNo() employersApart?: boolean;
  /** What everybody reads before they bring a work. */
  @Optional() @Text(4000) rules?: string;
}

export class CritiqueSessionInput extends CritiqueSettingsInput {
  @OneOf(formats) format!: CritiqueFormat;
  /** What the settings begin with: songwriting, or written for a written session, when left out. */
  @Optional() @OneOf(critiqueTemplates) template?: CritiqueTemplate;
}

/** What is left out stays as it is. Once there is a plan only title, rules and labels may change. */
export class CritiqueSettingsChange extends PartialType(CritiqueSettingsInput, {
  skipNullProperties: false,
}) {
  /** One room or several tables; a written session stays one, and no other becomes one. */
  @Optional() @OneOf(formats) format?: CritiqueFormat;
  /** The `settingsVersion` this change was made from; another one in the meantime is a conflict. */
  @WholeNumber(0, 2_147_483_647) settingsVersion!: number;
}

export class PhaseView {
  key!: string;
  label!: string;
  seconds!: number;
  speaks!: 'author' | 'critics' | 'nobody' | 'everybody';

  static of({ key, label, seconds, speaks }: Phase): PhaseView {
    return { key, label, seconds, speaks };
  }
}

export class CritiqueSessionView {
  id!: string;
  format!: 'live' | 'tables' | 'written';
  template!: 'songwriting' | 'mix' | 'film' | 'written';
  title!: string;
  phases!: PhaseView[];
  tables!: number;
  criticsPerWork!: number;
  /** k of the plan that stands; null without a plan. */
  criticsUsed!: number | null;
  deadlineLocal!: string | null;
  deadlineAt!: string | null;
  blind!: 'none' | 'round';
  feedbackTo!: 'author' | 'facilitator';
  topicsMatter!: boolean;
  employersApart!: boolean;
  rules!: string;
  state!: 'open' | 'planned' | 'running' | 'ended';
  /** Draws the lots of the plan. */
  seed!: number;
  plannedAt!: string | null;
  dueAt!: string | null;
  /** How many works one table hears in the evening; null for a written session, which has no slots. */
  slotsPerTable!: number | null;
  /** How many works are heard in all; null: every one. */
  capacity!: number | null;
  /** How many works are in. */
  works!: number;
  /** Works can still be brought: neither the deadline nor the evening stands against it. */
  takesWorks!: boolean;
  /** It was never held. */
  calledOffAt!: Date | null;
  settingsVersion!: number;
  /** Counts whatever a screen shows. */
  version!: number;

  static of({ session, evening, works, takesWorks }: SessionRow): CritiqueSessionView {
    return {
      id: session.id,
      format: session.format,
      template: session.template,
      title: session.title,
      phases: session.phases.map((phase) => PhaseView.of(phase)),
      tables: session.tables,
      criticsPerWork: session.criticsPerWork,
      criticsUsed: session.criticsUsed,
      deadlineLocal: session.deadlineLocal,
      deadlineAt: session.deadlineAt?.toISOString() ?? null,
      blind: session.blind,
      feedbackTo: session.feedbackTo,
      topicsMatter: session.topicsMatter,
      employersApart: session.employersApart,
      rules: session.rules,
      state: session.state,
      seed: session.seed,
      plannedAt: session.plannedAt?.toISOString() ?? null,
      dueAt: session.dueAt?.toISOString() ?? null,
      slotsPerTable: slotsPerTable(session, evening),
      capacity: capacityOf(session, evening),
      works,
      takesWorks,
      calledOffAt: session.calledOffAt,
      settingsVersion: session.settingsVersion,
      version: session.version,
    };
  }
}

/** What a session begins with. */
export class CritiqueTemplateView {
  template!: 'songwriting' | 'mix' | 'film' | 'written';
  title!: string;
  phases!: PhaseView[];
}

export class CritiqueSessionsView {
  critiqueSessions!: CritiqueSessionView[];
  templates!: CritiqueTemplateView[];
  /** How long the evening is. */
  minutes!: number;
  timeZone!: string;
  startsLocal!: string;
  /** What a clock at the event shows. */
  nowLocal!: string;

  static of(sessions: readonly SessionRow[], evening: EveningRow, nowLocal: string): CritiqueSessionsView {
    return {
      critiqueSessions: sessions.map((row) => CritiqueSessionView.of(row)),
      templates: critiqueTemplates.map((template) => ({
        template,
        title: titleOf(template),
        phases: phasesOf(template).map((phase) => PhaseView.of(phase)),
      })),
      minutes: Math.round((evening.endsAt.getTime() - evening.startsAt.getTime()) / 60_000),
      timeZone: evening.timeZone,
      startsLocal: evening.startsLocal,
      nowLocal,
    };
  }
}
