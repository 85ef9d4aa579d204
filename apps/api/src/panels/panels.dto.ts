import type { Panel } from '#libs/domain';
import { Line, Optional, OptionalLine, OrNull, WholeNumber, YesNo } from '../problems/shapes.ts';

export class PanelInput {
  @Line(200) topic!: string;
}

/** What is left out stays. */
export class PanelChange {
  @Optional() @Line(200) topic?: string;
  /** Empty: the one room. */
  @OptionalLine(80) room?: string;
  /** Minutes after the start of the evening; null: no time yet. */
  @Optional() @OrNull() @WholeNumber(-720, 10_080) startsAfter?: number | null;
  @Optional() @WholeNumber(5, 480) minutes?: number;
  /** How many minutes before it its people are asked to be there. */
  @Optional() @WholeNumber(0, 480) callMinutes?: number;
  /** Whether the later panels of its room move by as much as its end does. */
  @Optional() @YesNo() together?: boolean;
}

export class PanelView {
  id!: string;
  topic!: string;
  /** Its place in the evening, from 0. */
  position!: number;
  /** Empty: the one room. */
  room!: string;
  /** Minutes after the start of the evening; null: no time yet. */
  startsAfter!: number | null;
  minutes!: number;
  callMinutes!: number;

  static of({ id, topic, position, room, startsAfter, minutes, callMinutes }: Panel): PanelView {
    return { id, topic, position, room, startsAfter, minutes, callMinutes };
  }
}

export class PanelsView {
  panels!: PanelView[];

  static of(panels: readonly Panel[]): PanelsView {
    return { panels: panels.map((panel) => PanelView.of(panel)) };
  }
}
