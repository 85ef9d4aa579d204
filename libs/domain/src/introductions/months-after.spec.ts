import { instantOf, localOf } from '../events/time.ts';
import { type Made, lapseOf } from './follow-up-times.ts';
import { IntroductionSide, type Outcome } from './introduction-side.ts';
import { Introduction } from './introduction.ts';

const zone = 'America/Los_Angeles';
const at = (local: string) => instantOf(local, zone);
const made: Made = { introducedAt: at('2026-10-26T16:00'), zone };
const reason = { code: 'same-evening', values: {} };

function introduced(): Introduction {
  const sides = ['ana', 'ben'].map((personId) => ({ personId, attendeeId: `${personId}-there`, reason }));
  const introduction = Introduction.propose(
    {
      id: 'i',
      organizationId: 'o',
      eventId: 'e',
      sides: sides as never,
      source: 'host',
      band: 'fair',
      seed: 1,
      askFirst: null,
    },
    at('2026-10-20T08:00'),
  );
  introduction.approve('host', at('2026-10-21T10:00'), at('2026-10-20T08:00'));
  introduction.ask(at('2026-10-29T10:00'), at('2026-10-21T10:00'));
  introduction.agree(made.introducedAt);
  introduction.introduce('ana', made.introducedAt);
  return introduction;
}

function side(): IntroductionSide {
  const one = IntroductionSide.of(
    's',
    { id: 'i', organizationId: 'o' },
    { personId: 'ana', attendeeId: 'ana-there' },
  );
  one.beginFollowUps(made);
  return one;
}

const dueOf = ({ followUpAt }: IntroductionSide) => (followUpAt === null ? null : localOf(followUpAt, zone));
const marks = (...both: (Outcome | null)[]) => both.map((outcome) => ({ outcome }));
const now = at('2026-11-10T12:00');

describe('the progress of a pair', () => {
  it.each<[Outcome | null, Outcome | null, string]>([
    [null, null, 'introduced'],
    ['talked', null, 'talked'],
    [null, 'met', 'met'],
    ['talked', 'met', 'met'],
    ['working together', 'met', 'met'],
    [null, 'working together', 'met'],
    ['working together', 'working together', 'working together'],
  ])('with marks %s and %s is %s', (one, other, state) => {
    const introduction = introduced();
    introduction.progress(marks(one, other), now);
    expect(introduction.state).toBe(state);
  });

  it('tells once that both work together, and moves no version', () => {
    const introduction = introduced();
    const { version } = introduction;
    expect(introduction.progress(marks('working together', 'met'), now)).toBe(false);
    expect(introduction.progress(marks('working together', 'working together'), now)).toBe(true);
    expect(introduction.progress(marks('working together', 'working together'), now)).toBe(false);
    expect(introduction.version).toBe(version);
  });

  it('keeps the first times, and forgets those that were taken back by everybody', () => {
    const introduction = introduced();
    introduction.progress(marks('met', null), now);
    introduction.progress(marks('met', 'talked'), at('2026-12-10T12:00'));
    expect(introduction).toMatchObject({ talkedAt: now, metAt: now });
    introduction.progress(marks(null, 'talked'), at('2026-12-11T12:00'));
    expect(introduction).toMatchObject({ state: 'talked', talkedAt: now, metAt: null });
  });

  it('is for pairs that were introduced and stand', () => {
    const ended = introduced();
    expect(ended.endForSafety('blocked', now)).toBe(true);
    expect(ended.endForSafety('blocked', now)).toBe(false);
    ended.progress(marks('met', 'met'), now);
    expect(ended).toMatchObject({ state: 'ended for safety', metAt: null });
    expect(ended.lapse(now)).toBe(false);
  });

  it('keeps the end of its year when one blocks the other, and no other end', () => {
    const [blocked, erased] = [introduced(), introduced()];
    const { lapseAt } = blocked;
    blocked.endForSafety('blocked', now);
    erased.endForSafety('erased', now);
    expect([blocked.lapseAt, erased.lapseAt]).toEqual([lapseAt, null]);
    expect(blocked.endYear(lapseAt ?? now)).toBe(false);
    expect(blocked).toMatchObject({ state: 'ended for safety', lapseAt: null });
  });

  it('lapses at the end of its year unless the two work together, and a later mark revives it for good', () => {
    const end = lapseOf(made.introducedAt);
    const introduction = introduced();
    expect(introduction.endYear(new Date(end.getTime() - 1))).toBe(false);
    expect(introduction.endYear(end)).toBe(true);
    introduction.progress(marks('met', null), end);
    expect(introduction.endYear(at('2028-10-26T10:00'))).toBe(false);
    expect(introduction.state).toBe('met');
    const working = introduced();
    working.progress(marks('working together', 'working together'), now);
    expect(working.endYear(end)).toBe(false);
  });
});

describe('a side', () => {
  it('is asked at the stages after the introduction, one after the other, and then no more', () => {
    const one = side();
    const due: (string | null)[] = [];
    for (let sent = 0; sent < 5; sent += 1) {
      due.push(dueOf(one));
      if (one.followUpAt === null) break;
      one.followUp(made, one.followUpAt);
    }
    expect(due).toEqual([
      '2026-11-09T10:00',
      '2026-12-07T10:00',
      '2027-04-26T10:00',
      '2027-10-26T10:00',
      null,
    ]);
  });

  it('that was asked a few days early, with others, is not asked about that stage again', () => {
    const one = side();
    one.followUp(made, at('2026-11-04T10:00'));
    expect(dueOf(one)).toBe('2026-12-07T10:00');
  });

  it('goes quiet when the third is due after two without a tap', () => {
    const one = side();
    one.followUp(made, at('2026-11-09T10:00'));
    one.followUp(made, at('2026-12-07T10:00'));
    expect(one.hasGoneQuiet(at('2027-04-26T09:59'))).toBe(false);
    expect(one.isSilent).toBe(false);
    expect(one.hasGoneQuiet(at('2027-04-26T10:00'))).toBe(true);
    one.leaveInPeace();
    expect([one.isSilent, dueOf(one)]).toEqual([true, null]);
  });

  it.each<[string, (one: IntroductionSide) => void]>([
    ['a mark', (one) => one.mark('talked', made, at('2026-12-10T12:00'))],
    ['a mark taken back', (one) => one.mark(null, made, at('2026-12-10T12:00'))],
    ['being glad', (one) => one.beGlad(true, at('2026-12-10T12:00'))],
    [
      '"later"',
      (one) => {
        one.later(made, at('2026-12-10T12:00'));
      },
    ],
  ])('is heard by %s: the count of silence starts anew', (_, tap) => {
    const one = side();
    one.followUp(made, at('2026-11-09T10:00'));
    one.followUp(made, at('2026-12-07T10:00'));
    tap(one);
    expect([one.unanswered, one.hasGoneQuiet(at('2027-04-26T10:00')), dueOf(one)]).toEqual([
      0,
      false,
      '2027-04-26T10:00',
    ]);
  });

  it('that works together with the other is not asked any more, until it takes that back', () => {
    const one = side();
    one.mark('working together', made, now);
    expect([dueOf(one), one.isSilent]).toEqual([null, false]);
    one.mark('met', made, now);
    expect(dueOf(one)).toBe('2026-12-07T10:00');
  });

  it('that took back what it shared is not asked any more whatever it taps', () => {
    const one = side();
    one.withdrawSharing(now);
    one.mark('met', made, now);
    one.later(made, now);
    expect([dueOf(one), one.outcome]).toEqual([null, 'met']);
  });
});
