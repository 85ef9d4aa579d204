import { cursorOf, idCursor, pageOf, pageSize, readCursor, timeCursor } from './paging.ts';

const at = '2026-10-19T18:00:00.000Z';
const id = '019a0000-0000-7000-8000-000000000000';

describe('paging', () => {
  it('reads back what it wrote', () => {
    expect(readCursor(cursorOf(at, id), [timeCursor, idCursor])).toEqual([at, id]);
    expect(readCursor(undefined, [idCursor])).toBeNull();
  });

  it.each(['', 'x', cursorOf(id), cursorOf(id, at), cursorOf(at, id, id), cursorOf(at, `${id}' or 1=1`)])(
    'refuses %j, which is no cursor of this list',
    (after) => {
      expect(() => readCursor(after, [timeCursor, idCursor])).toThrow(
        expect.objectContaining({ code: 'not-well-formed' }),
      );
    },
  );

  it('names a next page only when a row is left for it', () => {
    const rows = Array.from({ length: pageSize + 1 }, (_, index) => index);
    expect(pageOf(rows, String)).toEqual({ rows: rows.slice(0, pageSize), next: String(pageSize - 1) });
    expect(pageOf(rows.slice(1), String).next).toBeNull();
  });
});
