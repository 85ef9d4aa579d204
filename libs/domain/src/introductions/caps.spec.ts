import { OpenAsks, eveningTakesMore, eventCap } from './caps.ts';

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

describe('open asks', () => {
  it('are taken by both or by neither', () => {
    const places = new OpenAsks(
      new Map([
        ['ana', 1],
        ['ben', 2],
      ]),
    );
    expect(places.take(['ana', 'ben'])).toBe(false);
    expect(places.take(['ana', 'cleo'])).toBe(true);
    expect(places.take(['ana', 'dan'])).toBe(false);
    expect(places.take(['cleo', 'dan'])).toBe(true);
  });
});

it('an evening takes new introductions for 60 days', () => {
  const end = new Date('2026-10-20T04:00:00Z');
  expect(eveningTakesMore(end, new Date('2026-12-19T03:59:59Z'))).toBe(true);
  expect(eveningTakesMore(end, new Date('2026-12-19T04:00:00Z'))).toBe(false);
});
