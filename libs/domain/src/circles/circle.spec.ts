import { Circle, chosenDate, circleStanding, whoFits } from './circle.ts';
import { CircleMember } from './circle-member.ts';
import { mayPropose, meetingAt, monthAfter, proposedDates } from './rhythm.ts';

const zone = 'America/Los_Angeles';
const asked = new Date('2026-10-21T17:00Z');
const ids = { id: 'c', organizationId: 'o', eventId: 'e', startedBy: 'host' };
const planned = (): Circle =>
  Circle.plan(
    ids,
    { name: 'Field recording', place: '', timeZone: zone },
    asked,
    new Date('2026-10-20T17:00Z'),
  );

function circleOf(size: number): { circle: Circle; members: CircleMember[] } {
  const circle = planned();
  const members = Array.from({ length: size }, (_, at) =>
    CircleMember.of(
      `m${String(at)}`,
      circle,
      { personId: `p${String(at)}`, attendeeId: `a${String(at)}` },
      at + 1,
    ),
  );
  circle.ask(asked);
  for (const member of members) member.ask();
  return { circle, members };
}

describe('a circle', () => {
  it('opens at the release after its fourth yes, and not before', () => {
    const { circle, members } = circleOf(6);
    const now = new Date('2026-10-22T18:00Z');
    members.slice(0, 3).forEach((member) => member.answer('yes', null, circle, now));
    circle.answered(members, now);
    expect(circle.opensAt).toBeNull();
    members[3]?.answer('yes', null, circle, now);
    circle.answered(members, now);
    expect(circle.opensAt).toEqual(new Date('2026-10-22T23:00Z'));
    expect(circle.wakeAt).toEqual(circle.opensAt);
  });

  it('does not open when a yes is taken back before that release', () => {
    const { circle, members } = circleOf(4);
    const now = new Date('2026-10-22T18:00Z');
    members.forEach((member) => member.answer('yes', null, circle, now));
    circle.answered(members, now);
    members[2]?.answer('no', null, circle, now);
    circle.answered(members, now);
    expect(circle.opensAt).toBeNull();
    expect(circle.wakeAt).toEqual(circle.askEndsAt);
  });

  it('counts no yes before the two hours in which it can be taken back', () => {
    const { circle, members } = circleOf(6);
    const early = new Date('2026-10-22T18:00Z');
    members.slice(0, 4).forEach((member) => member.answer('yes', null, circle, early));
    circle.answered(members, early);
    const late = new Date('2026-10-22T22:50Z');
    members[4]?.answer('yes', null, circle, late);
    circle.answered(members, late);
    expect(circle.opensAt).toEqual(new Date('2026-10-22T23:00Z'));
    members[0]?.answer('no', null, circle, late);
    circle.answered(members, late);
    expect(circle.opensAt).toEqual(new Date('2026-10-23T17:00Z'));
  });

  it('does not try a release again that passed with too few, but the next yes', () => {
    const { circle, members } = circleOf(6);
    const early = new Date('2026-10-22T18:00Z');
    members.slice(0, 4).forEach((member) => member.answer('yes', null, circle, early));
    circle.answered(members, early);
    circle.opensAt = null;
    const after = new Date('2026-10-22T23:00Z');
    circle.answered(members, after);
    expect(circle.opensAt).toBeNull();
    members[4]?.answer('yes', null, circle, after);
    circle.answered(members, after);
    expect(circle.opensAt).toEqual(new Date('2026-10-23T17:00Z'));
  });

  it('reads the same to a host whether nobody answered or it ended inside on the second day', () => {
    const { circle } = circleOf(4);
    const silent = circleOf(4).circle;
    circle.closeQuietly(new Date('2026-10-23T17:00Z'));
    for (const day of ['2026-10-24T17:00Z', '2026-10-28T17:00Z', '2026-11-02T17:00Z']) {
      const now = new Date(day);
      const asIfSilent = circleStanding(silent, now);
      expect(circleStanding(circle, now)).toBe(asIfSilent);
    }
    expect(circleStanding(circle, new Date('2026-10-24T17:00Z'))).toBe('asked');
    expect(circleStanding(circle, new Date('2026-11-02T17:00Z'))).toBe('did not happen');
    expect(circle.version).toBe(silent.version);
  });

  it('is over when fewer than three stay', () => {
    const { circle, members } = circleOf(4);
    const now = new Date('2026-10-22T23:00Z');
    for (const member of members) {
      member.answer('yes', null, circle, now);
      member.join(now);
    }
    circle.open(now);
    members[0]?.leave(now);
    expect(circle.isTooSmall(members)).toBe(false);
    members[1]?.leave(now);
    expect(circle.isTooSmall(members)).toBe(true);
  });

  it('leaves out the one chosen later of two who may not meet', () => {
    const { members } = circleOf(5);
    const fitting = whoFits(members, (one, other) => [one, other].sort().join() === 'p1,p3');
    expect(fitting.map(({ personId }) => personId)).toEqual(['p0', 'p1', 'p2', 'p4']);
  });

  it('can be taken back until its people are asked', () => {
    const circle = planned();
    circle.withdraw(asked);
    expect(circle.state).toBe('withdrawn');
    expect(() => {
      circleOf(4).circle.withdraw(asked);
    }).toThrow(expect.objectContaining({ code: 'introduction-already-asked' }));
  });
});

describe('the answer of a member', () => {
  it('counts until their day 7, and a no stays', () => {
    const { circle, members } = circleOf(4);
    const [member] = members;
    expect(member?.answer('no', null, circle, asked)).toBe(true);
    expect(member?.answer('yes', null, circle, asked)).toBe(false);
    expect(member?.consent).toBe('no');
    expect(() => members[1]?.answer('yes', null, circle, new Date('2026-10-28T17:00Z'))).toThrow(
      expect.objectContaining({ code: 'ask-over' }),
    );
  });
});

describe('the dates of a circle', () => {
  it('are decided by the most ticks, and among as many by the earliest', () => {
    const date = (day: string, votes: number) => ({ startsAt: new Date(day), votes });
    const dates = [date('2026-11-12T02:30Z', 3), date('2026-11-11T02:30Z', 3), date('2026-11-10T02:30Z', 2)];
    expect(chosenDate(dates)?.startsAt).toEqual(new Date('2026-11-11T02:30Z'));
    expect(chosenDate(dates.map((one) => ({ ...one, votes: 0 })))).toBeNull();
  });

  it('come again on the same weekday of the month at the same hour, over a change of the clocks', () => {
    const first = meetingAt('2026-10-13T18:30', zone);
    const second = monthAfter(first.startsLocal, zone);
    expect(second.startsLocal).toBe('2026-11-10T18:30');
    expect(first.startsAt).toEqual(new Date('2026-10-14T01:30Z'));
    expect(second.startsAt).toEqual(new Date('2026-11-11T02:30Z'));
  });

  it('fall on the last such weekday where a month has no fifth', () => {
    expect(monthAfter('2026-12-29T18:30', zone).startsLocal).toBe('2027-01-26T18:30');
  });

  it('are four evenings of two weeks when a host has not chosen any, and each may be proposed', () => {
    const now = new Date('2026-10-21T06:30Z');
    const dates = proposedDates(zone, now);
    expect(dates).toEqual(['2026-11-12T18:30', '2026-11-17T18:30', '2026-11-19T18:30', '2026-11-24T18:30']);
    expect(dates.every((date) => mayPropose(date, zone, now))).toBe(true);
  });

  it('leave three weeks for asking and polling', () => {
    const now = new Date('2026-10-20T17:00Z');
    expect(mayPropose('2026-11-09T18:30', zone, now)).toBe(false);
    expect(mayPropose('2026-11-10T18:30', zone, now)).toBe(true);
    expect(mayPropose('2027-11-05T18:30', zone, now)).toBe(false);
  });
});
