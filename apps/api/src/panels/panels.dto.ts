import type { Panel } from '#libs/domain';
import { Line } from '../problems/shapes.ts';

export class PanelInput {
  @Line(200) topic!: string;
}

export class PanelView {
  id!: string;
  topic!: string;
  /** Its place in the evening, from 0. */
  position!: number;

  static of({ id, topic, position }: Panel): PanelView {
    return { id, topic, position };
  }
}

export class PanelsView {
  panels!: PanelView[];

  static of(panels: readonly Panel[]): PanelsView {
    return { panels: panels.map((panel) => PanelView.of(panel)) };
  }
}
