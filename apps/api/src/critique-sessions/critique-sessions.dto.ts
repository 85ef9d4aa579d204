import type { CritiqueSession } from '#libs/domain';
import { OneOf, Optional, WholeNumber } from '../problems/shapes.ts';

export class CritiqueSessionInput {
  @OneOf(['live', 'tables', 'written']) format!: 'live' | 'tables' | 'written';
  /** Critics assigned to each work; 3 when left out. */
  @Optional() @WholeNumber(1, 4) criticsPerWork?: number;
}

export class CritiqueSessionView {
  id!: string;
  format!: 'live' | 'tables' | 'written';
  criticsPerWork!: number;

  static of({ id, format, criticsPerWork }: CritiqueSession): CritiqueSessionView {
    return { id, format, criticsPerWork };
  }
}

export class CritiqueSessionsView {
  critiqueSessions!: CritiqueSessionView[];

  static of(sessions: readonly CritiqueSession[]): CritiqueSessionsView {
    return { critiqueSessions: sessions.map((session) => CritiqueSessionView.of(session)) };
  }
}
