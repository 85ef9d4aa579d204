import { jest } from '@jest/globals';
import { applyAll, intend, pendingIntentions, undo, undoLast } from './intentions.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const decide = (key: string, done: string[]): void => {
  intend({
    key,
    sentence: key,
    apply: () => Promise.resolve(done.push(key)),
    settled: ({ undone }) => undone === true && done.push(`${key} undone`),
  });
};

it('a decision waits ten seconds and is then applied once', async () => {
  const done: string[] = [];
  decide('approve', done);
  await jest.advanceTimersByTimeAsync(9_900);
  expect(done).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  await applyAll();
  expect(done).toEqual(['approve']);
  expect(pendingIntentions()).toEqual([]);
});

it('an undone decision is never applied', async () => {
  const done: string[] = [];
  decide('approve', done);
  undo('approve');
  await jest.advanceTimersByTimeAsync(20_000);
  expect(done).toEqual(['approve undone']);
});

it('undo takes back the latest decision first, and says when there is none', () => {
  const done: string[] = [];
  decide('first', done);
  decide('second', done);
  expect([undoLast(), undoLast(), undoLast()]).toEqual([true, true, false]);
  expect(done).toEqual(['second undone', 'first undone']);
});

it('leaving the page applies everything that waits', async () => {
  const done: string[] = [];
  decide('first', done);
  decide('second', done);
  await applyAll();
  await jest.advanceTimersByTimeAsync(20_000);
  expect(done).toEqual(['first', 'second']);
});
