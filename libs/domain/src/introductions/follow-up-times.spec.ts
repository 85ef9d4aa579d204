import { instantOf, localOf } from '../events/time.ts';
import {
  type Made,
  followUpAllowedFrom,
  followUpStages,
  lapseOf,
  nudgeOf,
  stageAfterAct,
} from './follow-up-times.ts';

const losAngeles = 'America/Los_Angeles';
const at = (local: string, zone = losAngeles) => instantOf(local, zone);
const local = (moment: Date | null, zone = losAngeles) => (moment === null ? null : localOf(moment, zone));
const made = (introduced: string, zone = losAngeles): Made => ({ introducedAt: at(introduced, zone), zone });
const stagesOf = (introduced: string, zone = losAngeles) =>
  followUpStages(made(introduced, zone)).map((stage) => local(stage, zone));

describe('the follow-ups of an introduction', () => {
  it('are due on day 14, in week 6, month 6 and month 12, at 10:00 on the wall of the event', () => {
    // 26 October 2026 is a Monday; clocks change on 1 November and 14 March.
    expect(stagesOf('2026-10-26T16:00')).toEqual([
      '2026-11-09T10:00',
      '2026-12-07T10:00',
      '2027-04-26T10:00',
      '2027-10-26T10:00',
    ]);
  });

  it('move from a weekend to Monday, each by itself', () => {
    // 27 November 2026 is a Friday; 27 May 2027 a Thursday; 27 November 2027 a Saturday.
    expect(stagesOf('2026-11-27T10:00')).toEqual([
      '2026-12-11T10:00',
      '2027-01-08T10:00',
      '2027-05-27T10:00',
      '2027-11-29T10:00',
    ]);
  });

  it('take the last day of a month that is too short', () => {
    expect(stagesOf('2026-08-31T10:00')[2]).toBe('2027-03-01T10:00');
  });

  it('are counted in the zone of the event', () => {
    expect(stagesOf('2026-10-27T10:00', 'Pacific/Auckland')[0]).toBe('2026-11-10T10:00');
  });
});

describe('after somebody acted, the next follow-up', () => {
  it.each([
    ['the same day', '2026-10-26T18:00', '2026-11-09T10:00'],
    ['a day later, because day 14 is too near', '2026-10-27T09:00', '2026-12-07T10:00'],
    ['after day 14', '2026-11-12T22:00', '2026-12-07T10:00'],
    ['13 days before week 6', '2026-11-24T08:00', '2027-04-26T10:00'],
    ['14 days before week 6, in the evening', '2026-11-23T22:00', '2026-12-07T10:00'],
    ['in month 12', '2027-10-20T10:00', null],
  ])('%s', (_, now, next) => {
    expect(local(stageAfterAct(made('2026-10-26T16:00'), at(now)))).toBe(next);
  });
});

describe('one follow-up mail in 14 days', () => {
  it('lets the next one leave in post hours, two weeks after the last', () => {
    expect(local(followUpAllowedFrom(at('2026-11-09T10:00'), losAngeles))).toBe('2026-11-23T10:00');
    // Sent by an organization elsewhere at 02:00 here.
    expect(local(followUpAllowedFrom(at('2026-11-09T02:00'), losAngeles))).toBe('2026-11-23T10:00');
    expect(local(followUpAllowedFrom(at('2026-11-06T18:59'), losAngeles))).toBe('2026-11-20T18:59');
  });
});

describe('the nudge', () => {
  it.each([
    ['2026-10-26T16:00', '2026-10-29T16:00'],
    ['2026-10-28T10:00', '2026-11-02T10:00'],
    ['2026-10-29T16:00', '2026-11-02T10:00'],
  ])('of an introduction at %s is due at %s: 72 hours, in post hours', (introduced, nudged) => {
    expect(local(nudgeOf(made(introduced)))).toBe(nudged);
  });
});

describe('the year', () => {
  it('is over two weeks after the last follow-up of month 12', () => {
    const { introducedAt } = made('2026-10-26T16:00');
    const last = followUpStages(made('2026-10-26T16:00')).at(-1) ?? introducedAt;
    expect((lapseOf(introducedAt).getTime() - last.getTime()) / 86_400_000).toBeGreaterThan(14);
  });
});
