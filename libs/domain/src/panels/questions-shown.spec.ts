import { questionsShown } from './questions-shown.ts';

const many = Array.from({ length: 20 }, (_, at) => ({
  id: `q${at}`,
  // The oldest have the most votes.
  votes: 20 - at,
  starred: at === 10,
  createdAt: new Date(Date.UTC(2026, 9, 20, 2, at)),
}));
const ids = (most: number, currentId: string | null = null): string[] =>
  questionsShown(many, most, currentId).map(({ id }) => id);

describe('the questions that a screen has room for', () => {
  it('are all of them, if there is room', () => {
    expect(questionsShown(many, 20, null)).toEqual(many);
  });

  it('are the current one and those with a star, then the most voted and the newest, in their order', () => {
    expect(ids(6, 'q9')).toEqual(['q0', 'q1', 'q9', 'q10', 'q18', 'q19']);
  });

  it('are never more than there is room for', () => {
    for (let most = 0; most <= 20; most += 1) expect(ids(most, 'q9')).toHaveLength(most);
  });
});
