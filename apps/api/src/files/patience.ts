/** @throws Error when the next piece takes longer than this */
export async function* withPatience<Piece>(
  source: AsyncIterable<Piece>,
  patienceMs: number,
): AsyncGenerator<Piece> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await inTime(pieces.next(), patienceMs);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a source that does not send does not answer this either.
    void pieces.return?.().catch(() => undefined);
  }
}

async function inTime<Value>(promise: Promise<Value>, patienceMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Nothing came'));
    }, patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
