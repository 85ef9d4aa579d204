import { IntroductionSide } from './introduction-side.ts';
import { Introduction, type Proposal } from './introduction.ts';

const day = (number: number, hour = 10) => new Date(Date.UTC(2026, 9, number, hour));
const reason = { code: 'same-evening', values: {} };
const proposal: Proposal = {
  id: 'i',
  organizationId: 'o',
  eventId: 'e',
  sides: [
    { personId: 'zoe', attendeeId: 'zoe-there', reason: { code: 'both-starting', values: {} } },
    { personId: 'ana', attendeeId: 'ana-there', reason },
  ],
  source: 'suggested',
  band: 'fair',
  seed: 1,
  askFirst: null,
};
const suggested = () => Introduction.propose(proposal, day(20));
const approved = () => {
  const introduction = suggested();
  introduction.approve('host', day(21), day(20));
  return introduction;
};
const asking = () => {
  const introduction = approved();
  introduction.ask(day(28), day(21));
  return introduction;
};

describe('an introduction', () => {
  it('keeps its two people in one order, each with their own reason', () => {
    const { personA, attendeeA, reasonA, personB } = suggested();
    expect([personA, attendeeA, reasonA.code, personB]).toEqual(['ana', 'ana-there', 'same-evening', 'zoe']);
  });

  it('refuses one person twice', () => {
    const [side] = proposal.sides;
    expect(() => Introduction.propose({ ...proposal, sides: [side, side] }, day(20))).toThrow(
      'two different people',
    );
  });

  it('moves its version for what a host sees, and not for an answer, an agreement or a quiet end', () => {
    const introduction = asking();
    const { version } = introduction;
    introduction.agree(day(22));
    introduction.closeQuietly('no', day(21));
    expect([introduction.state, introduction.version]).toEqual(['closed quietly', version]);
    expect(version).toBe(3);
  });

  it('can be taken back until the first ask and never after', () => {
    const introduction = approved();
    introduction.withdraw(day(20));
    expect(introduction).toMatchObject({ state: 'withdrawn', askAt: null });
    const dead = asking();
    dead.closeQuietly('blocked', day(21));
    for (const one of [asking(), dead])
      expect(() => {
        one.withdraw(day(21));
      }).toThrow('has left already');
  });

  it('is approved, dropped and reworded only in the states that allow it', () => {
    const introduction = approved();
    expect(() => {
      introduction.approve('host', day(21), day(20));
    }).toThrow('no longer a suggestion');
    expect(() => {
      introduction.dismiss('by-host', day(20));
    }).toThrow('no longer a suggestion');
    introduction.reword('For Ana.', 'For Zoe.');
    introduction.ask(day(28), day(21));
    expect(() => {
      introduction.reword('Late.', 'Late.');
    }).toThrow('has left already');
    expect([introduction.lineForA, introduction.lineForB]).toEqual(['For Ana.', 'For Zoe.']);
    const dropped = suggested();
    dropped.dismiss('by-host', day(20));
    expect(() => {
      dropped.reword('Late.', 'Late.');
    }).toThrow('no longer a suggestion');
  });

  it('that died is neither agreed nor revived by a later yes', () => {
    const introduction = asking();
    introduction.closeQuietly('no', day(22));
    introduction.agree(day(23));
    introduction.askOther(day(23));
    expect(introduction).toMatchObject({ state: 'closed quietly', releaseAt: null, askAt: null });
    expect(() => {
      introduction.introduce('ana', day(23));
    }).toThrow();
  });
});

describe('a side', () => {
  const side = () => IntroductionSide.of('s', proposal, { personId: 'ana', attendeeId: 'ana-there' });
  const times = { askedAt: day(21), remindAt: day(24), endsAt: day(28) };
  const asked = () => {
    const one = side();
    one.ask(times);
    return one;
  };

  it('answers from its ask until its day 7, to the minute', () => {
    expect(side().canAnswer(day(21))).toBe(false);
    expect(asked().canAnswer(new Date(day(28).getTime() - 1))).toBe(true);
    expect(asked().canAnswer(day(28))).toBe(false);
    expect(() => asked().answer('yes', null, day(28))).toThrow('closed');
  });

  it('may take a yes back, and keeps a no', () => {
    const one = asked();
    expect(one.answer('yes', 'on the phone', day(22))).toBe(true);
    expect(one.answer('yes', null, day(22))).toBe(false);
    expect(one.contact).toBeNull();
    expect(one.answer('no', null, day(23))).toBe(true);
    expect(one.answer('yes', null, day(23))).toBe(false);
    expect(one).toMatchObject({ consent: 'no', answeredAt: day(23) });
  });

  it('that was never asked in truth keeps its days all the same', () => {
    const one = side();
    one.seemAsked(times);
    expect(one).toMatchObject({ consent: 'not_asked', askedAt: day(21), askEndsAt: day(28) });
    expect(one.canAnswer(day(22))).toBe(false);
  });

  it('ends in silence on day 7 and not before, and an answer stands', () => {
    expect(asked().endAsk(new Date(day(28).getTime() - 1))).toBe(false);
    const silent = asked();
    expect([silent.endAsk(day(28)), silent.consent]).toEqual([true, 'no_answer']);
    const answered = asked();
    answered.answer('yes', null, day(22));
    expect([answered.endAsk(day(28)), answered.consent]).toEqual([false, 'yes']);
  });
});
