import {
  askedAt,
  digestAfter,
  endOfAppearance,
  endOfAsk,
  inPostHours,
  morningAfter,
  morningFrom,
  nextAsk,
  nextDaytime,
  nextPostHour,
  nextRelease,
  releaseFrom,
  reminderOf,
} from './times.ts';
import { instantOf, localOf } from '../events/time.ts';

const losAngeles = 'America/Los_Angeles';
const at = (local: string, zone = losAngeles) => instantOf(local, zone);
const local = (moment: Date, zone = losAngeles) => localOf(moment, zone);

describe('post hours', () => {
  // 19 October 2026 is a Monday.
  it.each([
    ['2026-10-19T07:59', false],
    ['2026-10-19T08:00', true],
    ['2026-10-19T18:59', true],
    ['2026-10-19T19:00', false],
    ['2026-10-24T12:00', false],
    ['2026-10-25T12:00', false],
  ])('at %s: %s', (moment, open) => {
    expect(inPostHours(at(moment), losAngeles)).toBe(open);
  });

  it('are those of the zone of the event, not of the server', () => {
    const moment = at('2026-10-19T09:00', 'Europe/Berlin');
    expect(inPostHours(moment, 'Europe/Berlin')).toBe(true);
    expect(inPostHours(moment, losAngeles)).toBe(false);
  });

  it.each([
    ['2026-10-19T12:34', '2026-10-19T12:34'],
    ['2026-10-19T05:00', '2026-10-19T10:00'],
    ['2026-10-19T19:00', '2026-10-20T10:00'],
    ['2026-10-23T21:00', '2026-10-26T10:00'],
    ['2026-10-24T09:00', '2026-10-26T10:00'],
  ])('move a mail due at %s to %s', (moment, moved) => {
    expect(local(nextPostHour(at(moment), losAngeles))).toBe(moved);
  });
});

describe('mail of critique sessions that keeps to the day', () => {
  it.each([
    ['2026-10-19T08:00', '2026-10-19T08:00'],
    ['2026-10-24T18:59', '2026-10-24T18:59'],
    ['2026-10-24T19:00', '2026-10-25T08:00'],
    ['2026-10-25T03:10', '2026-10-25T08:00'],
    // The night in which the clocks go back.
    ['2026-10-31T23:30', '2026-11-01T08:00'],
  ])('at %s leaves at %s', (moment, leaves) => {
    expect(local(nextDaytime(at(moment), losAngeles))).toBe(leaves);
  });
});

describe('the morning after', () => {
  // 19 October 2026 is a Monday. The clocks of Los Angeles go back on Sunday 1 November 2026, forward on 14 March 2027.
  it.each([
    ['a Monday', '2026-10-19T21:00', '2026-10-20T09:00', '2026-10-21T09:00'],
    ['a Thursday', '2026-10-22T22:00', '2026-10-23T09:00', '2026-10-26T09:00'],
    ['a Friday', '2026-10-23T23:00', '2026-10-26T09:00', '2026-10-27T09:00'],
    ['a Friday that goes on past midnight', '2026-10-24T02:30', '2026-10-26T09:00', '2026-10-27T09:00'],
    ['a Sunday', '2026-10-25T20:00', '2026-10-26T09:00', '2026-10-27T09:00'],
    ['a Sunday that goes on past midnight', '2026-10-26T01:00', '2026-10-26T09:00', '2026-10-27T09:00'],
    ['a Monday night until just before five', '2026-10-20T04:59', '2026-10-20T09:00', '2026-10-21T09:00'],
    ['a Tuesday breakfast', '2026-10-20T05:00', '2026-10-21T09:00', '2026-10-22T09:00'],
    ['a Saturday whose night is an hour longer', '2026-11-01T03:00', '2026-11-02T09:00', '2026-11-03T09:00'],
    ['a Saturday whose night is an hour shorter', '2027-03-14T04:30', '2027-03-15T09:00', '2027-03-16T09:00'],
  ])('of %s, and the digest a working day later', (_, ends, morning, digest) => {
    const written = morningAfter(at(ends), losAngeles);
    expect(local(written)).toBe(morning);
    expect(local(digestAfter(written, losAngeles))).toBe(digest);
  });

  it('goes by the clocks of the event in the night they change, not by hours that passed', () => {
    // 04:30 after the clocks went back is five and a half hours after midnight, and still the night before.
    expect(
      local(morningAfter(at('2026-10-25T04:30', 'Europe/Berlin'), 'Europe/Berlin'), 'Europe/Berlin'),
    ).toBe('2026-10-26T09:00');
    expect(local(morningAfter(at('2026-10-30T04:30', 'Asia/Kolkata'), 'Asia/Kolkata'), 'Asia/Kolkata')).toBe(
      '2026-10-30T09:00',
    );
    expect(
      local(morningAfter(at('2027-03-28T04:59', 'Europe/Berlin'), 'Europe/Berlin'), 'Europe/Berlin'),
    ).toBe('2027-03-29T09:00');
  });

  it.each([
    ['2026-10-20T08:59', '2026-10-20T09:00'],
    ['2026-10-20T09:00', '2026-10-20T09:00'],
    ['2026-10-20T09:01', '2026-10-21T09:00'],
    ['2026-10-23T12:00', '2026-10-26T09:00'],
  ])('comes anew for a list that is imported at %s: %s', (moment, morning) => {
    expect(local(morningFrom(at(moment), losAngeles))).toBe(morning);
  });
});

describe('the ask', () => {
  it.each([
    ['a Tuesday morning', '2026-10-20T08:00', '2026-10-21T10:00'],
    ['just after midnight', '2026-10-20T00:05', '2026-10-21T10:00'],
    ['a Friday', '2026-10-23T11:00', '2026-10-26T10:00'],
    ['a Saturday', '2026-10-24T11:00', '2026-10-26T10:00'],
    ['the Friday before the clocks change', '2026-10-30T23:30', '2026-11-02T10:00'],
  ])('leaves at 10:00 on the first working day after approval on %s', (_, approved, asked) => {
    expect(local(nextAsk(at(approved), losAngeles))).toBe(asked);
  });

  it('is 10:00 on the wall over the change of clocks in both directions', () => {
    // Los Angeles: UTC-7 until 1 November 2026, UTC-8 after; UTC-7 again from 14 March 2027.
    expect(nextAsk(at('2026-10-30T12:00'), losAngeles).toISOString()).toBe('2026-11-02T18:00:00.000Z');
    expect(nextAsk(at('2027-03-12T12:00'), losAngeles).toISOString()).toBe('2027-03-15T17:00:00.000Z');
  });

  it('reminds on day 3, and on Monday at 10:00 where that is a weekend', () => {
    expect(local(reminderOf(at('2026-10-20T10:00'), losAngeles))).toBe('2026-10-23T10:00');
    expect(local(reminderOf(at('2026-10-21T10:00'), losAngeles))).toBe('2026-10-26T10:00');
    expect(local(reminderOf(at('2026-10-22T14:10'), losAngeles))).toBe('2026-10-26T10:00');
  });

  it('ends on day 7 at the minute it was due, over a change of clocks too', () => {
    expect(local(endOfAsk(at('2026-10-21T10:00'), losAngeles))).toBe('2026-10-28T10:00');
    expect(local(endOfAsk(at('2026-10-29T10:00'), losAngeles))).toBe('2026-11-05T10:00');
  });

  it('counts its days from the slot, and from the real minute when the worker comes an hour late', () => {
    const slot = at('2026-10-21T10:00');
    expect(askedAt(slot, at('2026-10-21T10:20'))).toEqual(slot);
    expect(local(askedAt(slot, at('2026-10-21T15:00')))).toBe('2026-10-21T15:00');
  });
});

describe('the release', () => {
  it.each([
    ['2026-10-21T11:00', '2026-10-21T16:00'],
    ['2026-10-21T14:00', '2026-10-21T16:00'],
    ['2026-10-21T14:01', '2026-10-22T10:00'],
    ['2026-10-22T07:59', '2026-10-22T10:00'],
    ['2026-10-22T08:01', '2026-10-22T16:00'],
    ['2026-10-23T15:00', '2026-10-26T10:00'],
    ['2026-10-24T12:00', '2026-10-26T10:00'],
    ['2026-11-01T00:30', '2026-11-02T10:00'],
  ])('after a second yes at %s is at %s', (yes, released) => {
    expect(local(nextRelease(at(yes), losAngeles))).toBe(released);
  });

  it('that was missed goes to the next fixed time, without another two hours', () => {
    expect(local(releaseFrom(at('2026-10-21T15:30'), losAngeles))).toBe('2026-10-21T16:00');
    expect(local(releaseFrom(at('2026-10-21T16:01'), losAngeles))).toBe('2026-10-22T10:00');
  });
});

describe('what the host reads', () => {
  it('stays "asked" until the release that a yes of the last minute would have had', () => {
    const asked = at('2026-10-21T10:00');
    const end = endOfAppearance(asked, losAngeles, false);
    expect(local(end)).toBe('2026-10-28T16:00');
    const lastMinute = new Date(endOfAsk(asked, losAngeles).getTime() - 1000);
    expect(nextRelease(lastMinute, losAngeles) <= end).toBe(true);
  });

  it('gives the second one asked a week of their own', () => {
    expect(local(endOfAppearance(at('2026-10-21T10:00'), losAngeles, true))).toBe('2026-11-05T16:00');
  });
});
