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

describe('two who chose each other', () => {
  const chosen = () => Introduction.agreedBetween({ ...proposal, source: 'critique' }, day(21), day(20));

  it('are agreed at once and show nowhere until they are introduced', () => {
    const introduction = chosen();
    expect(introduction).toMatchObject({
      state: 'agreed',
      releaseAt: day(21),
      suggestedUntil: null,
      frozenAt: null,
    });
    expect([introduction.isUnseen, introduction.isAgreed]).toEqual([true, true]);
    introduction.introduce('ana', day(21));
    expect(introduction.isUnseen).toBe(false);
  });

  it('keep the sentences they are introduced with', () => {
    const introduction = chosen();
    expect(introduction.reasonTextB).toBe('You are both starting out.');
  });

  it('leave a pair of the host’s as it reads, until its release', () => {
    for (const introduction of [suggested(), approved()]) {
      const { state, version, isUntouched } = introduction;
      introduction.agreeUnderneath(day(22));
      expect(introduction).toMatchObject({ state, version, isUntouched, isAgreed: true, isUnseen: false });
      introduction.forgetAgreement();
      expect(introduction).toMatchObject({ state, version, isAgreed: false });
      introduction.agreeUnderneath(day(22));
      introduction.postpone(day(23));
      introduction.surface();
      expect(introduction).toMatchObject({
        state: 'agreed',
        source: 'critique',
        releaseAt: day(23),
        askAt: null,
      });
    }
  });

  it('change nothing about a pair that was asked, and end with whatever ends it', () => {
    const asked = asking();
    asked.agreeUnderneath(day(22));
    asked.surface();
    expect(asked).toMatchObject({ state: 'asking', releaseAt: null, isAgreed: false });
    const dropped = suggested();
    dropped.agreeUnderneath(day(22));
    dropped.dismiss('by-host', day(21));
    expect(dropped).toMatchObject({ releaseAt: null, isAgreed: false });
  });
});

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

  it('takes a note of its hosts as long as it shows, and none once it made way', () => {
    const noted = suggested();
    expect(noted.isUntouched).toBe(true);
    noted.annotate(' They sat together. ');
    expect(noted).toMatchObject({ note: 'They sat together.', version: 2, isUntouched: false });
    noted.annotate(' ');
    expect(noted).toMatchObject({ note: null, version: 3, isUntouched: true });
    const replaced = suggested();
    replaced.dismiss('replaced', day(20));
    expect(() => {
      replaced.annotate('Late.');
    }).toThrow('no longer a suggestion');
    const dropped = suggested();
    dropped.dismiss('by-host', day(20));
    dropped.annotate('They work together.');
    expect(dropped.note).toBe('They work together.');
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
