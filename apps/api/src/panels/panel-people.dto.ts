import { AgendaPersonView } from './agenda.dto.ts';
import { Email, Line, OneOf, Optional, WholeNumber } from '../problems/shapes.ts';

export const mostPeople = 12;
const parts = ['moderator', 'panelist'] as const;

export class PanelPersonInput {
  /** Until they say themselves how they are called. */
  @Line(200) name!: string;
  @Email() email!: string;
  @OneOf(parts) part!: (typeof parts)[number];
}

/** What is left out stays. */
export class PanelPersonChange {
  @Optional() @OneOf(parts) part?: (typeof parts)[number];
  /** Their place in the line-up, from 0. */
  @Optional() @WholeNumber(0, mostPeople - 1) position?: number;
}

export class PanelPersonView extends AgendaPersonView {
  /** What they need to take part; null: they told nothing. */
  needsText!: string | null;
  slidesName!: string | null;
}
