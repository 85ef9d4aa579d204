import { CritiqueSlot, DomainError, type Phase, type SlotState, momentOf } from '#libs/domain';
import * as fc from 'fast-check';
import { momentOf as momentOfBrowser } from '../../apps/web/src/critique/now/clock.ts';

// The clock of a slot against a stopwatch that only knows how to count down: any interleaving of waiting, pause, plus one
// minute, skip and a server that forgets everything and reads the row again.

type Step = { act: 'wait'; ms: number } | { act: 'pause' | 'resume' | 'plus' | 'skip' | 'restart' };

/** Counts what is left of each phase down, millisecond by millisecond if it had to; holds no instant at all. */
class Stopwatch {
  private readonly left: number[];
  index = 0;
  isPaused = false;
  extraUsed = false;

  constructor(phases: readonly Phase[]) {
    this.left = phases.map(({ seconds }) => seconds * 1000);
  }

  get isOver(): boolean {
    return this.index >= this.left.length;
  }

  get remaining(): number {
    return this.left[this.index] ?? 0;
  }

  wait(ms: number): void {
    let rest = this.isPaused ? 0 : ms;
    while (!this.isOver && rest >= this.remaining) {
      rest -= this.remaining;
      this.index += 1;
    }
    if (!this.isOver) this.left[this.index] = this.remaining - rest;
  }

  /** @returns whether it is allowed */
  do(act: Exclude<Step['act'], 'wait'>): boolean {
    if (act === 'restart') return true;
    if (act === 'resume') {
      const was = this.isPaused;
      this.isPaused = false;
      return was;
    }
    if (this.isOver || (act === 'pause' && this.isPaused) || (act === 'plus' && this.extraUsed)) return false;
    if (act === 'pause') this.isPaused = true;
    if (act === 'skip') this.index += 1;
    if (act === 'plus') {
      this.extraUsed = true;
      this.left[this.index] = this.remaining + 60_000;
    }
    return true;
  }
}

const began = Date.parse('2026-10-19T18:10:00Z');

function startedSlot(Kind = CritiqueSlot): CritiqueSlot {
  const slot = Object.assign(new Kind(), {
    state: 'planned',
    phase: 0,
    phaseStartedAt: null,
    pausedAt: null,
    pausedMs: 0,
    extraPhase: null,
    authorMissingAt: null,
  });
  slot.start(new Date(began));
  return slot;
}

/** As it comes back from the database, and as a browser is sent it. */
const written = (slot: CritiqueSlot) =>
  JSON.parse(JSON.stringify(slot)) as {
    state: SlotState;
    phase: number;
    pausedMs: number;
    extraPhase: number | null;
    phaseStartedAt: string | null;
    pausedAt: string | null;
  };

function reread(slot: CritiqueSlot, Kind = CritiqueSlot): CritiqueSlot {
  const row = written(slot);
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return Object.assign(new Kind(), row, {
    phaseStartedAt: instant(row.phaseStartedAt),
    pausedAt: instant(row.pausedAt),
  });
}

function obeys(slot: CritiqueSlot, phases: readonly Phase[], act: Step['act'], now: Date): boolean {
  try {
    if (act === 'pause') slot.pause(phases, now);
    if (act === 'resume') slot.resume(now);
    if (act === 'plus') slot.plusOneMinute(phases, now);
    if (act === 'skip') slot.skip(phases, now);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

const phasesArbitrary = fc
  .array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 12 })
  .map((lengths): Phase[] =>
    lengths.map((seconds, at) => ({ key: `phase-${at}`, label: 'Phase', seconds, speaks: 'nobody' })),
  );
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 400_000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constantFrom('pause', 'resume', 'plus', 'skip', 'restart') }),
  },
);

/** Everything before this moment, in milliseconds of phases. */
function progress(slot: CritiqueSlot, phases: readonly Phase[], now: number): number {
  const { index, elapsedMs } = momentOf(slot, phases, new Date(now));
  const length = (at: number) => (phases[at]?.seconds ?? 0) * 1000 + (slot.extraPhase === at ? 60_000 : 0);
  return phases.slice(0, index).reduce((sum, _, at) => sum + length(at), elapsedMs);
}

function follow(phases: readonly Phase[], steps: readonly Step[], Kind = CritiqueSlot): void {
  const watch = new Stopwatch(phases);
  let [slot, now] = [startedSlot(Kind), began];
  let [waited, paused, counted, extraMinutes] = [0, 0, 0, 0];
  for (const step of steps) {
    const before = momentOf(slot, phases, new Date(now));
    const progressBefore = progress(slot, phases, now);
    if (step.act === 'wait') {
      watch.wait(step.ms);
      now += step.ms;
      // Once the last phase is past there is nothing left to count.
      const isOver = before.state === 'over' || momentOf(slot, phases, new Date(now)).state === 'over';
      counted += progress(slot, phases, now) - progressBefore;
      waited += isOver ? progress(slot, phases, now) - progressBefore : step.ms;
      if (before.state === 'paused') paused += step.ms;
    } else {
      expect(obeys(slot, phases, step.act, new Date(now))).toBe(watch.do(step.act));
      if (step.act === 'restart') slot = reread(slot, Kind);
    }
    const after = momentOf(slot, phases, new Date(now));
    expect(after).toEqual(
      watch.isOver
        ? expect.objectContaining({ state: 'over', remainingMs: 0 })
        : expect.objectContaining({
            state: watch.isPaused ? 'paused' : 'running',
            index: watch.index,
            remainingMs: watch.remaining,
          }),
    );
    expect(momentOf(reread(slot), phases, new Date(now))).toEqual(after);
    expect(momentOfBrowser(written(slot), phases, now)).toEqual(after);
    expect(after.remainingMs).toBeGreaterThanOrEqual(0);
    expect(after.elapsedMs).toBeGreaterThanOrEqual(0);
    expect(after.index).toBeGreaterThanOrEqual(before.index);
    const gained = after.index === before.index ? after.remainingMs - before.remainingMs : 0;
    if (step.act === 'plus' && gained > 0) extraMinutes += 1;
    expect(gained > 0 ? [step.act, gained] : []).toEqual(gained > 0 ? ['plus', 60_000] : []);
    expect(counted).toBe(waited - paused);
  }
  expect(extraMinutes).toBeLessThanOrEqual(1);
}

class Forgetful extends CritiqueSlot {
  override resume(): void {
    Object.assign(this, { state: 'running', pausedAt: null });
  }
}

class Generous extends CritiqueSlot {
  override plusOneMinute(): void {
    this.extraPhase = 0;
  }
}

class Sticky extends CritiqueSlot {
  override skip(): void {
    this.phase += 1;
  }
}

/** Its row lacks what was paused. */
class HalfWritten extends CritiqueSlot {
  toJSON(): object {
    return Object.assign({}, this, { pausedMs: 0 });
  }
}

describe('the clock of a slot', () => {
  it('says the same as a stopwatch, whatever is pressed and whenever the row is read again', () => {
    fc.assert(
      fc.property(phasesArbitrary, fc.array(stepArbitrary, { maxLength: 40 }), (phases, steps) => {
        follow(phases, steps);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is caught when it forgets a pause, gives a second minute, skips by half or is written by half (control)', () => {
    const phases: Phase[] = ['listen', 'write'].map((key) => ({
      key,
      label: key,
      seconds: 240,
      speaks: 'nobody',
    }));
    const wait: Step = { act: 'wait', ms: 10_000 };
    const pause: Step[] = [wait, { act: 'pause' }, wait, { act: 'resume' }, wait];
    const twice: Step[] = [{ act: 'plus' }, { act: 'plus' }];
    const caught = (steps: readonly Step[], Kind?: typeof CritiqueSlot) => () => {
      follow(phases, steps, Kind);
    };
    expect(caught(pause, Forgetful)).toThrow();
    expect(caught(twice, Generous)).toThrow();
    expect(caught([wait, { act: 'skip' }, wait], Sticky)).toThrow();
    expect(caught([...pause, { act: 'restart' }, wait], HalfWritten)).toThrow();
    expect(caught(pause)).not.toThrow();
    expect(caught(twice)).not.toThrow();
    expect(caught([wait, { act: 'skip' }, wait])).not.toThrow();
    expect(caught([...pause, { act: 'restart' }, wait])).not.toThrow();
  });

  it('set back by the machine reads as the start of the phase, and never as more than its length', () => {
    fc.assert(
      fc.property(phasesArbitrary, fc.integer({ min: -3_600_000, max: 0 }), (phases, back) => {
        const moment = momentOf(startedSlot(), phases, new Date(began + back));
        const length = (phases[0]?.seconds ?? 0) * 1000;
        expect(moment).toEqual({ state: 'running', index: 0, elapsedMs: 0, remainingMs: length });
      }),
    );
  });
});
