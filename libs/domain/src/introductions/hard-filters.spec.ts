import { blockedBy, boardMayTell } from './hard-filters.ts';

describe('pairs that are never suggested', () => {
  it('lets a pair pass that nothing hinders', () => {
    expect(blockedBy({})).toBeNull();
    expect(blockedBy({ blocked: false, known: false })).toBeNull();
  });

  it.each([
    [{ optedOut: true }, 'opted-out'],
    [{ paused: true }, 'paused'],
    [{ knownHere: true }, 'known-here'],
    [{ known: true }, 'known'],
    [{ blocked: true }, 'blocked'],
    [{ introduced: true }, 'introduced'],
    [{ coolingDown: true }, 'cooling-down'],
    [{ keptApart: true }, 'kept-apart'],
  ])('stops %j', (pair, code) => {
    expect(blockedBy(pair)).toBe(code);
  });

  it('refuses on the board with or without a block alike', () => {
    const secrets = { blocked: true, paused: true, known: true, introduced: true, coolingDown: true };
    for (const told of [{ optedOut: true }, { knownHere: true }, { keptApart: true }]) {
      expect(blockedBy({ ...told, ...secrets })).toBe(blockedBy(told));
    }
    expect(boardMayTell('kept-apart')).toBe(true);
    for (const secret of ['blocked', 'paused', 'known', 'introduced', 'cooling-down'] as const) {
      expect(boardMayTell(secret)).toBe(false);
    }
  });
});
