/** Somebody's name on its way from one table to another. */
export interface Dragged {
  kind: 'seat';
  person: { attendeeId: string; name: string };
  table: number;
}

export const isDragged = (
  data: Record<string | symbol, unknown>,
): data is Record<string | symbol, unknown> & Dragged => data['kind'] === 'seat';
