import { DomainError } from '../errors.ts';
import { momentOf } from './clock.ts';
import { CritiqueSlot } from './critique-slot.ts';
import type { Phase } from './templates.ts';

const phases: Phase[] = [
  { key: 'set-up', label: 'Set up', seconds: 60, speaks: 'author' },
  { key: 'listen', label: 'Play or show', seconds: 240, speaks: 'nobody' },
];
const at = (seconds: number): Date => new Date(Date.parse('2026-10-19T18:10:00Z') + seconds * 1000);

const planned = (): CritiqueSlot =>
  Object.assign(new CritiqueSlot(), {
    submissionId: 'lost',
    state: 'planned',
    phase: 0,
    phaseStartedAt: null,
    pausedAt: null,
    pausedMs: 0,
    extraPhase: null,
    startedAt: null,
    endedAt: null,
    authorMissingAt: null,
  });

function running(): CritiqueSlot {
  const slot = planned();
  slot.start(at(0));
  return slot;
}

function refusal(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : 'unknown';
  }
}

describe('a slot', () => {
  it('is started once', () => {
    const slot = running();
    expect(
      refusal(() => {
        slot.start(at(1));
      }),
    ).toBe('critique-slot-started');
    slot.finish(at(2));
    expect(
      refusal(() => {
        slot.start(at(3));
      }),
    ).toBe('critique-slot-started');
  });

  it('pauses while its clock runs, and goes on where it stood', () => {
    const slot = running();
    slot.pause(phases, at(90));
    expect(
      refusal(() => {
        slot.pause(phases, at(95));
      }),
    ).toBe('critique-slot-not-running');
    expect(momentOf(slot, phases, at(500))).toEqual({
      state: 'paused',
      index: 1,
      elapsedMs: 30_000,
      remainingMs: 210_000,
    });
    slot.resume(at(500));
    expect(
      refusal(() => {
        slot.resume(at(501));
      }),
    ).toBe('critique-slot-not-paused');
    expect(momentOf(slot, phases, at(510)).elapsedMs).toBe(40_000);
  });

  it('gives its extra minute to the phase that runs, once', () => {
    const slot = running();
    slot.plusOneMinute(phases, at(70));
    expect(slot.extraPhase).toBe(1);
    expect(
      refusal(() => {
        slot.plusOneMinute(phases, at(71));
      }),
    ).toBe('critique-extra-minute-used');
    expect(momentOf(slot, phases, at(70)).remainingMs).toBe(290_000);
  });

  it('skips to the next phase, and past the last one it is over until somebody goes on', () => {
    const slot = running();
    slot.skip(phases, at(10));
    expect(momentOf(slot, phases, at(10))).toMatchObject({ index: 1, elapsedMs: 0 });
    slot.skip(phases, at(20));
    expect(momentOf(slot, phases, at(20)).state).toBe('over');
    for (const act of [
      () => {
        slot.skip(phases, at(21));
      },
      () => {
        slot.pause(phases, at(21));
      },
      () => {
        slot.plusOneMinute(phases, at(21));
      },
    ])
      expect(refusal(act)).toBe('critique-slot-not-running');
    slot.finish(at(30));
    expect([slot.state, slot.endedAt]).toEqual(['done', at(30)]);
  });

  it('stays paused when a phase is skipped, at the beginning of the next', () => {
    const slot = running();
    slot.pause(phases, at(5));
    slot.skip(phases, at(50));
    expect(momentOf(slot, phases, at(99))).toMatchObject({ state: 'paused', index: 1, elapsedMs: 0 });
    slot.resume(at(100));
    expect(momentOf(slot, phases, at(101)).elapsedMs).toBe(1_000);
  });

  it('is lost by an author who is missing for three minutes, and by nobody sooner', () => {
    const slot = planned();
    slot.missAuthor(at(0));
    slot.missAuthor(at(60));
    expect([slot.isForfeited(at(179)), slot.isForfeited(at(180))]).toEqual([false, true]);
    slot.findAuthor();
    expect(slot.isForfeited(at(500))).toBe(false);
    expect(
      refusal(() => {
        slot.findAuthor();
      }),
    ).toBe('critique-author-not-missing');
  });

  it('begins anew for another work, with its extra minute', () => {
    const slot = running();
    slot.plusOneMinute(phases, at(1));
    slot.pause(phases, at(2));
    slot.missAuthor(at(3));
    slot.giveTo('another');
    expect(slot).toEqual(Object.assign(planned(), { submissionId: 'another' }));
  });

  it('waits for nobody once it is over', () => {
    const slot = running();
    slot.missAuthor(at(1));
    slot.finish(at(2));
    expect(slot.authorMissingAt).toBeNull();
    expect(
      refusal(() => {
        slot.missAuthor(at(3));
      }),
    ).toBe('critique-slot-over');
  });

  it('forgets that an author was missing when their work starts', () => {
    const slot = planned();
    slot.missAuthor(at(0));
    slot.start(at(30));
    expect(slot.authorMissingAt).toBeNull();
  });
});
