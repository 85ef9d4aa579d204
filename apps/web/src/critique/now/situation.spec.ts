import type { Now, Slot } from '../calls.ts';
import { situationOf } from './situation.ts';

const slot = (given: Partial<Slot>): Slot => ({
  id: 'slot',
  table: 1,
  round: 1,
  state: 'planned',
  phase: 0,
  phaseStartedAt: null,
  pausedAt: null,
  pausedMs: 0,
  extraPhase: null,
  waitsForAuthor: false,
  title: '',
  question: '',
  author: null,
  role: 'other',
  ...given,
});

const evening = (slots: Slot[], given: Partial<Now> = {}): Now => ({
  serverNow: '2026-10-20T02:00:00Z',
  version: 1,
  id: 'session',
  title: '',
  format: 'tables',
  tables: 2,
  state: 'running',
  phases: [],
  rules: '',
  startsAt: '2026-10-20T01:00:00Z',
  timeZone: 'America/Los_Angeles',
  deadlineAt: '2026-10-20T01:00:00Z',
  dueAt: null,
  releasedAt: null,
  calledOff: false,
  fewestWords: 25,
  feedbackTo: 'author',
  open: true,
  blind: false,
  work: null,
  hearings: [],
  slots,
  ...given,
});

describe('what a phone is about', () => {
  it('is the work I hear, before any other that plays', () => {
    const mine = slot({ id: 'mine', table: 2, state: 'running', role: 'critic' });
    const now = evening([slot({ id: 'theirs', state: 'running' }), mine]);
    expect(situationOf(now)).toEqual({ kind: 'during', slot: mine, next: null });
  });

  it('is what plays at my own table while I wait for mine, never what plays at another', () => {
    const next = slot({ id: 'next', table: 2, round: 2, role: 'author' });
    const other = slot({ id: 'other', state: 'running' });
    expect(situationOf(evening([other, next]))).toEqual({ kind: 'between', next, isLast: false });
    const here = slot({ id: 'here', table: 2, state: 'paused' });
    expect(situationOf(evening([other, here, next]))).toEqual({ kind: 'during', slot: here, next });
  });

  it('is the work that waits for its author, not a break', () => {
    const called = slot({ role: 'critic', waitsForAuthor: true });
    expect(situationOf(evening([called]))).toMatchObject({ kind: 'during', slot: called });
  });

  it('is whatever plays for somebody without a table', () => {
    const on = slot({ state: 'running' });
    expect(situationOf(evening([on]))).toEqual({ kind: 'during', slot: on, next: null });
  });

  it('names the next of mine by the order of the evening, and the last one as the last', () => {
    const [second, third] = [slot({ round: 2, role: 'critic' }), slot({ round: 3, role: 'critic' })];
    const done = slot({ state: 'done', role: 'author' });
    expect(situationOf(evening([third, done, second]))).toEqual({
      kind: 'between',
      next: second,
      isLast: false,
    });
    expect(situationOf(evening([done]))).toEqual({ kind: 'between', next: null, isLast: true });
  });

  it.each([
    ['open', { state: 'open' }],
    ['before', { state: 'planned' }],
    ['written', { format: 'written', state: 'running' }],
    ['after', { state: 'ended' }],
    ['after', { format: 'written', state: 'running', releasedAt: '2026-10-20T02:00:00Z' }],
  ] as const)('is "%s" when the session is %j', (kind, given) => {
    expect(situationOf(evening([], given)).kind).toBe(kind);
  });
});
