import { app } from '#libs/words';
import { type SettingsDraft, draftOf, merged } from './settings-draft.ts';
import { faultsOf, homeless, remarkOnDeadline, standingFaults } from './settings-faults.ts';

const { bounds } = app.critiqueSessions.form;
const phase = (key: string, seconds: number) => ({ key, label: key, seconds, speaks: 'nobody' as const });
const draft: SettingsDraft = draftOf({
  template: 'songwriting',
  title: 'Songwriting circle',
  phases: [phase('listen', 600), phase('meaning', 600)],
});

describe('what a form of a session says before it is sent', () => {
  it('is nothing of a template as it is', () => {
    expect(faultsOf(draft)).toEqual({});
  });

  it('names each bound where it is broken', () => {
    const phases = [phase('listen', 9), { ...phase('meaning', 5401), label: ' ' }, phase('talk', Number.NaN)];
    expect(faultsOf({ ...draft, phases, criticsPerWork: 5 })).toEqual({
      'phases.0.seconds': bounds.phase,
      'phases.1.label': bounds.label,
      'phases.1.seconds': bounds.phase,
      'phases.2.seconds': bounds.phase,
      criticsPerWork: bounds.critics(4),
    });
    expect(faultsOf({ ...draft, phases: [phase('listen', 179)] })).toEqual({ phases: bounds.slot });
    expect(faultsOf({ ...draft, format: 'tables', tables: 21 })).toEqual({ tables: bounds.tables(20) });
    expect(faultsOf({ ...draft, tables: 21 })).toEqual({});
    expect(faultsOf({ ...draft, format: 'written', phases: [] })).toEqual({});
  });

  it('tells a deadline that has passed and one after the evening starts', () => {
    const evening = { startsLocal: '2026-10-19T18:00', nowLocal: '2026-10-01T12:00' };
    const of = (deadlineLocal: string | null, format: SettingsDraft['format'] = 'live') =>
      remarkOnDeadline({ ...draft, deadlineLocal, format }, evening);
    expect(of('2026-10-01T12:00')).toBe(bounds.deadlinePassed);
    expect(of('2026-10-19T18:01')).toBe(bounds.deadlineLate);
    expect(of('2026-10-19T18:01', 'written')).toBeNull();
    expect(of('2026-10-19T18:00')).toBeNull();
    expect(of('')).toBeNull();
  });
});

describe('what the api refused', () => {
  it('stands until its field is changed', () => {
    const faults = { 'phases.0.label': 'Too long.', title: 'Too long.' };
    expect(standingFaults(faults, draft, { ...draft, title: 'Short' })).toEqual({
      'phases.0.label': 'Too long.',
    });
    expect(standingFaults(faults, undefined, draft)).toEqual({});
  });

  it('is said beside the form where no field shows it', () => {
    const faults = { title: 'A', blind: 'B', tables: 'C', 'phases.0.speaks': 'D', 'phases.1.label': 'E' };
    expect(homeless(faults, draft, false)).toEqual(['B', 'C', 'D']);
    expect(homeless({ ...faults, criticsPerWork: 'F' }, { ...draft, format: 'tables' }, true)).toEqual([
      'B',
      'C',
      'D',
      'F',
    ]);
  });
});

describe('what two people made of the same settings', () => {
  const theirs = { ...draft, title: 'Theirs', criticsPerWork: 2, rules: 'Kindly.' };

  it('keeps everything that one of them changed, and names what both did', () => {
    const mine = { ...draft, title: 'Mine', blind: 'round' as const, rules: 'Kindly.', deadlineLocal: '' };
    expect(merged(draft, mine, theirs)).toEqual({
      draft: { ...theirs, title: 'Mine', blind: 'round' },
      both: ['title'],
    });
  });

  it('is theirs where nothing was typed', () => {
    expect(merged(draft, draft, theirs)).toEqual({ draft: theirs, both: [] });
  });
});
