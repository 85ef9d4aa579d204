import { OpenAsks, eveningTakesMore, eventCap, ownLimit } from './caps.ts';

describe('how many introductions a person wants', () => {
  it.each([
    ['a guest who did not say', 'guest', undefined, 2],
    ['a guest who wants none', 'guest', 0, 0],
    ['a guest who wants more than there are', 'guest', 9, 3],
    ['a panelist who did not say', 'panelist', undefined, 0],
    ['a panelist who raised it', 'panelist', 1, 1],
  ] as const)('%s', (_, part, maxIntroductions, cap) => {
    expect(eventCap(part, maxIntroductions === undefined ? {} : { maxIntroductions })).toBe(cap);
  });
});

describe('a limit that somebody set elsewhere', () => {
  it.each([
    ['counts for a guest who says nothing here', 'guest', undefined, 1, { maxIntroductions: 1 }],
    ['may be none', 'guest', undefined, 0, { maxIntroductions: 0 }],
    ['never raises what is usual', 'guest', undefined, 3, {}],
    ['gives way to what is said here', 'guest', 2, 1, {}],
    ['raises no panelist', 'panelist', undefined, 1, {}],
    ['is none where none was set', 'guest', undefined, null, {}],
  ] as const)('%s', (_, part, maxIntroductions, elsewhere, limit) => {
    const here = maxIntroductions === undefined ? {} : { maxIntroductions };
    expect(ownLimit(part, here, elsewhere)).toEqual(limit);
  });
});

const pair = { id: 'pair-2', approvedAt: new Date('2026-10-20T10:00:00Z') };

describe('open asks', () => {
  it('are taken by both or by neither', () => {
    const places = new OpenAsks(
      new Map([
        ['ana', 1],
        ['ben', 2],
      ]),
    );
    expect(places.take(['ana', 'ben'], pair)).toBe(false);
    expect(places.take(['ana', 'cleo'], pair)).toBe(true);
    expect(places.take(['ana', 'dan'], pair)).toBe(false);
    expect(places.take(['cleo', 'dan'], pair)).toBe(true);
  });

  it('leave a place to an older approval of another organization, and take it from a younger one', () => {
    const waits = (introductionId: string, approvedAt: string) => ({
      personId: 'ana',
      introductionId,
      approvedAt: new Date(approvedAt),
    });
    const take = (...waiting: ReturnType<typeof waits>[]) =>
      new OpenAsks(new Map([['ana', 1]]), waiting).take(['ana', 'ben'], pair);
    expect(take(waits('pair-9', '2026-10-20T09:59:59Z'))).toBe(false);
    expect(take(waits('pair-9', '2026-10-20T10:00:01Z'))).toBe(true);
    expect(take(waits('pair-1', '2026-10-20T10:00:00Z'))).toBe(false);
    expect(take(waits('pair-9', '2026-10-20T10:00:00Z'))).toBe(true);
  });
});

it('an evening takes new introductions for 60 days', () => {
  const end = new Date('2026-10-20T04:00:00Z');
  expect(eveningTakesMore(end, new Date('2026-12-19T03:59:59Z'))).toBe(true);
  expect(eveningTakesMore(end, new Date('2026-12-19T04:00:00Z'))).toBe(false);
});
