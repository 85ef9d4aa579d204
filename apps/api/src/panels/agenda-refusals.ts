import { type Reader, type Tx, refusedBy } from '#libs/database';
import {
  type AgendaSlot,
  DomainError,
  type ErrorCode,
  type Event,
  type Panel,
  personBusy,
  roomTaken,
} from '#libs/domain';
import { spokenLocale, words } from '#libs/words';

/** What the database refuses about an agenda and its people, by the name of its constraint. */
const codes: Readonly<Record<string, ErrorCode>> = {
  panels_one_at_a_time_in_a_room: 'panel-room-taken',
  panel_people_one_place_at_a_time: 'panel-person-busy',
  panel_people_one_moderator: 'panel-moderator-taken',
};

interface Line {
  panelId: string;
  personId: string;
  name: string;
}

/**
 * Two of an agenda speak at the commit only, because a whole evening moves panel by panel: here they speak at once, in words.
 * The database decides; what it refuses is looked for in this evening alone, so that nothing is told of other evenings.
 * @param pointer the field that the answer stands under
 * @throws DomainError panel-room-taken, panel-person-busy
 */
export async function settleAgenda(
  tx: Tx,
  event: Event,
  panels: readonly Panel[],
  pointer = '/startsAfter',
): Promise<void> {
  const clash = await clashOf(tx, event, panels);
  try {
    await tx.query(
      'set constraints panels_one_at_a_time_in_a_room, panel_people_one_place_at_a_time immediate',
    );
  } catch (error) {
    throw translated(error, clash === undefined ? [] : [{ pointer, detail: clash }]);
  }
}

/** A refusal of the agenda's constraints by its code; any other error as it is. */
export function translated(error: unknown, shapes: DomainError['shapes'] = []): unknown {
  const code = codes[refusedBy(error) ?? ''];
  return code === undefined ? error : new DomainError(code, shapes);
}

async function clashOf(reader: Reader, event: Event, panels: readonly Panel[]): Promise<string | undefined> {
  const at = timesOf(event);
  const room = roomTaken<Panel>(panels);
  if (room !== undefined) return words.agenda.roomTaken(room[0].topic, ...at(room[0]), room[0].room);
  const people = await reader.query<Line>(
    `select panel_id as "panelId", person_id as "personId", coalesce(appears->>'name', name) as name
     from panel_people where event_id = $1 and organization_id = $2 and state in ('invited', 'confirmed')`,
    [event.id, event.organizationId],
  );
  const busy = personBusy<Panel>(panels, people);
  if (busy === undefined) return undefined;
  const name = people.find(({ personId }) => personId === busy.personId)?.name ?? '';
  return words.agenda.personBusy(name, busy.panels[0].topic, ...at(busy.panels[0]));
}

/** From when to when, on the clocks of the evening. */
function timesOf({ startsAt, timeZone }: Event): (slot: AgendaSlot) => [string, string] {
  const clock = new Intl.DateTimeFormat(spokenLocale(), { timeZone, hour: '2-digit', minute: '2-digit' });
  const at = (minutes: number) => clock.format(startsAt.getTime() + minutes * 60_000);
  return ({ startsAfter, minutes }) => [at(startsAfter ?? 0), at((startsAfter ?? 0) + minutes)];
}
