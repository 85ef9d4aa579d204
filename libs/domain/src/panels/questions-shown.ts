/** What decides which questions a screen has room for. */
export interface Shown {
  id: string;
  votes: number;
  starred: boolean;
  createdAt: Date;
}

/**
 * At most so many of the questions, in their order: the current one and those with a star, then by turns the most voted and
 * the newest, so that one that was just asked is seen beside those that everybody wants.
 */
export function questionsShown<Question extends Shown>(
  questions: readonly Question[],
  most: number,
  currentId: string | null,
): Question[] {
  if (questions.length <= most) return [...questions];
  const first = questions.filter(({ id, starred }) => starred || id === currentId);
  const voted = questions.toSorted((a, b) => b.votes - a.votes);
  const newest = questions.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const kept = new Set(first.slice(0, most));
  for (let at = 0; kept.size < most; at += 1)
    for (const one of [voted[at], newest[at]]) if (one !== undefined && kept.size < most) kept.add(one);
  return questions.filter((question) => kept.has(question));
}
