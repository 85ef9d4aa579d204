import { byVotes, heldOrder } from './order.ts';

const question = (id: string, votes: number, minute: number) => ({
  id,
  votes,
  createdAt: new Date(Date.UTC(2026, 9, 20, 2, minute)).toISOString(),
});
const ids = (all: readonly { id: string }[]): string => all.map(({ id }) => id).join('');

describe('the order of questions', () => {
  it('goes by votes, then by who asked first', () => {
    expect(ids([question('c', 1, 3), question('b', 1, 2), question('a', 4, 9)].sort(byVotes))).toBe('abc');
  });

  it('stays as it was under a finger, with new ones at the end', () => {
    const fresh = [question('n', 9, 5), question('b', 5, 2), question('a', 1, 1)];
    expect(ids(heldOrder(fresh, ['a', 'b', 'gone']))).toBe('abn');
  });
});
