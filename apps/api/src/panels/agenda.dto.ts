import type { Event, Panel, PanelPerson } from '#libs/domain';
import { Id, OptionalLine, WholeNumber, YesNo } from '../problems/shapes.ts';
import type { AgendaPerson } from './agenda.queries.ts';

export class AgendaPersonView {
  id!: string;
  name!: string;
  email!: string;
  part!: 'moderator' | 'panelist';
  /** Their place in the line-up, from 0. */
  position!: number;
  state!: 'invited' | 'confirmed' | 'declined';
  /** When they were last asked. */
  invitedAt!: string;
  /** Whether they approved how they appear. */
  appears!: boolean;
  /** Whether they told what they need to take part; what it is has a right of its own. */
  needs!: boolean;
  slides!: boolean;

  static of({ id, name, email, part, position, state, invitedAt, appears, needs, slides }: AgendaPerson) {
    const told: AgendaPersonView = {
      id,
      name,
      email,
      part,
      position,
      state: state as Exclude<PanelPerson['state'], 'removed'>,
      invitedAt: invitedAt.toISOString(),
      appears,
      needs,
      slides,
    };
    return told;
  }
}

export class AgendaPanelView {
  id!: string;
  topic!: string;
  /** Its place in the evening, from 0. */
  position!: number;
  /** Empty: the one room. */
  room!: string;
  /** Minutes after the start of the evening; null: no time yet. */
  startsAfter!: number | null;
  minutes!: number;
  /** How many minutes before it its people are asked to be there. */
  callMinutes!: number;
  startsAt!: string | null;
  endsAt!: string | null;
  state!: 'planned' | 'live' | 'over';
  people!: AgendaPersonView[];

  static of(panel: Panel, event: Event, people: readonly AgendaPerson[]): AgendaPanelView {
    const { id, topic, position, room, startsAfter, minutes, callMinutes, state } = panel;
    const at = (after: number) => new Date(event.startsAt.getTime() + after * 60_000).toISOString();
    return {
      ...{ id, topic, position, room, startsAfter, minutes, callMinutes, state },
      startsAt: startsAfter === null ? null : at(startsAfter),
      endsAt: startsAfter === null ? null : at(startsAfter + minutes),
      people: people.filter(({ panelId }) => panelId === id).map((person) => AgendaPersonView.of(person)),
    };
  }
}

export class AgendaView {
  /** Of the event: it grows with every change a guest can see. */
  version!: number;
  startsAt!: string;
  endsAt!: string;
  timeZone!: string;
  panels!: AgendaPanelView[];

  static of(event: Event, panels: readonly Panel[], people: readonly AgendaPerson[]): AgendaView {
    return {
      version: event.version,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      timeZone: event.timeZone,
      panels: panels.map((panel) => AgendaPanelView.of(panel, event, people)),
    };
  }
}

export class AgendaMove {
  @Id() panelId!: string;
  /** The place it is to have, from 0. */
  @WholeNumber(0, 19) position!: number;
  /** Another room; left out: the one it is in. */
  @OptionalLine(80) room?: string;
  /** Whether the others of its room make way: their pauses stay where they are. */
  @YesNo() together!: boolean;
}
