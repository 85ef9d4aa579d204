import type { Phase } from './session-calls.ts';
import { draftOf, isRunnable, moved, sendable, slotsIn, withPhase } from './settings-draft.ts';

const phase = (key: string, seconds: number): Phase => ({ key, label: key, seconds, speaks: 'nobody' });
const slot = [phase('listen', 600), phase('meaning', 600)];

describe('the slot in the form', () => {
  it('fits five times into two hours', () => {
    expect(slotsIn(120, slot)).toBe(5);
    expect(slotsIn(15, slot)).toBe(0);
    expect(slotsIn(120, [])).toBe(0);
  });

  it('takes three to ninety minutes', () => {
    expect(isRunnable(slot)).toBe(true);
    expect(isRunnable([phase('listen', 100)])).toBe(false);
    expect(isRunnable([phase('listen', 5460)])).toBe(false);
  });

  it('takes another phase under a key of its own, and lets one move within its ends', () => {
    const more = withPhase([phase('phase-2', 60)], 'Talk');
    expect(more.map(({ key }) => key)).toEqual(['phase-2', 'phase-3']);
    const keys = (phases: readonly Phase[]) => phases.map(({ key }) => key);
    expect(keys(moved(slot, 1, 0))).toEqual(['meaning', 'listen']);
    expect(keys(moved(slot, 0, -1))).toEqual(['listen', 'meaning']);
  });
});

describe('what is sent of the form', () => {
  const template = { template: 'songwriting', title: 'Songwriting circle', phases: slot } as const;

  it('has one table in a room and no slot at home, and no deadline where none was typed', () => {
    const draft = { ...draftOf(template), tables: 4, deadlineLocal: '' };
    expect(sendable(draft)).toMatchObject({ format: 'live', tables: 1, deadlineLocal: null });
    expect(sendable({ ...draft, format: 'tables' })).toMatchObject({ tables: 4 });
    expect(sendable({ ...draft, format: 'written' })).toMatchObject({ tables: 1, phases: [] });
  });

  it('keeps what was set when another template is chosen', () => {
    const before = { ...draftOf(template), blind: 'round' as const, format: 'tables' as const };
    const written = draftOf({ template: 'written', title: 'Written critique', phases: [] }, before);
    expect(written).toMatchObject({ format: 'written', blind: 'round', title: 'Written critique' });
    expect(draftOf(template, before)).toMatchObject({ format: 'tables', blind: 'round' });
  });
});
