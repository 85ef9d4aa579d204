import type { EveningPanel } from '../calls.ts';
import { hashOf, opensOn, panelAt, partsOf, placeOf } from './place.ts';

const panel = (given: Partial<EveningPanel>): EveningPanel => ({
  id: 'a',
  topic: 'Foley',
  room: '',
  startsAt: null,
  endsAt: null,
  state: 'planned',
  questionsOpen: true,
  moderates: false,
  ...given,
});
const mixer = (state: 'open' | 'seated' | 'running' | 'ended') => ({ id: 'm', rounds: 2, state });

describe('the address of a part of the evening', () => {
  it('names a part and a panel, and nothing that is not known', () => {
    expect(placeOf(hashOf('questions', 'p1'))).toEqual({ section: 'questions', panelId: 'p1' });
    expect(placeOf('#table')).toEqual({ section: 'table', panelId: null });
    expect(placeOf('#somewhere/else')).toEqual({ section: null, panelId: 'else' });
    expect(placeOf('')).toEqual({ section: null, panelId: null });
  });
});

describe('the parts of the page', () => {
  it('are those with something in them', () => {
    expect(partsOf({ panels: [], mixer: null, swaps: false })).toEqual([]);
    expect(partsOf({ panels: [panel({ moderates: true })], mixer: mixer('open'), swaps: true })).toEqual([
      'moderate',
      'questions',
      'table',
      'contacts',
    ]);
  });

  it('open on what is on, then on what comes, then on what stays', () => {
    const opens = (panels: EveningPanel[], state: Parameters<typeof mixer>[0], swaps: boolean) =>
      opensOn({ panels, mixer: mixer(state), swaps });
    expect(opens([panel({ moderates: true })], 'running', true)).toBe('moderate');
    expect(opens([panel({ moderates: true, state: 'over' })], 'running', true)).toBe('table');
    expect(opens([panel({ state: 'live' })], 'seated', true)).toBe('questions');
    expect(opens([panel({})], 'seated', true)).toBe('table');
    expect(opens([panel({})], 'open', true)).toBe('questions');
    expect(opens([panel({ state: 'over' })], 'ended', true)).toBe('contacts');
    expect(opens([panel({ state: 'over' })], 'ended', false)).toBe('table');
    expect(opensOn({ panels: [], mixer: null, swaps: false })).toBeUndefined();
  });
});

describe('the panel that is shown', () => {
  const over = panel({ id: 'over', state: 'over' });
  const live = panel({ id: 'live', state: 'live' });
  const next = panel({ id: 'next' });

  it('is the one of the address, or the one that is on, the next, the last', () => {
    expect(panelAt([over, next, live], 'over')).toBe(over);
    expect(panelAt([over, next, live], 'unknown')).toBe(live);
    expect(panelAt([over, next], null)).toBe(next);
    expect(panelAt([over], null)).toBe(over);
    expect(panelAt([], null)).toBeUndefined();
  });
});
