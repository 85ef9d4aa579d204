import { jest } from '@jest/globals';
import { applyAll, applyThose, intend, pendingIntentions, undo, undoLast } from './intentions.ts';

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

describe('a decision that others have to come before', () => {
  const dropAfter = (done: string[]): void => {
    intend({
      key: 'drop',
      sentence: 'drop',
      before: () => applyThose((key) => key.startsWith('approve')),
      apply: () => Promise.resolve(done.push('drop')),
    });
  };

  it('is applied after them, however young they are', async () => {
    const done: string[] = [];
    dropAfter(done);
    await jest.advanceTimersByTimeAsync(6_000);
    decide('approve', done);
    decide('another', done);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual(['approve', 'drop']);
    expect(pendingIntentions().map(({ key }) => key)).toEqual(['another']);
    undo('another');
  });

  it('leaves at once with all others when the page is closed', () => {
    const done: string[] = [];
    dropAfter(done);
    decide('approve', done);
    void applyAll();
    expect(done).toEqual(['drop', 'approve']);
  });
});
