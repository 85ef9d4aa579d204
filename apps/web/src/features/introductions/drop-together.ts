// Nevers that come due at once, or while others are on their way, travel in one request: each plans the rest of the board
// anew, and several that meet there wait for one another many times as long.

/** As many as a request takes. */
export const atOnce = 200;

type Some<Pair> = [Pair, ...Pair[]];

interface Batch<Pair, Answer> {
  pairs: Some<Pair>;
  answer: Promise<Answer>;
}

/** @param send takes what has come together for one board */
export function sendTogether<Pair, Answer>(
  send: (pairs: Readonly<Some<Pair>>) => Promise<Answer>,
): { add: (board: string, pair: Pair) => Promise<Answer>; underWay: () => Promise<unknown> } {
  const open = new Map<string, Batch<Pair, Answer>>();
  let underWay: Promise<unknown> = Promise.resolve();
  const begin = (board: string, pair: Pair): Promise<Answer> => {
    const pairs: Some<Pair> = [pair];
    const answer = Promise.resolve().then(() => {
      if (open.get(board)?.pairs === pairs) open.delete(board);
      return send(pairs);
    });
    open.set(board, { pairs, answer });
    underWay = Promise.allSettled([underWay, answer]);
    return answer;
  };
  return {
    add: (board, pair) => {
      const batch = open.get(board);
      if (batch === undefined || batch.pairs.length >= atOnce) return begin(board, pair);
      batch.pairs.push(pair);
      return batch.answer;
    },
    underWay: () => underWay,
  };
}
