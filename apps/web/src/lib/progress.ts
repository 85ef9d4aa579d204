import { againIfLost, keyHeader, newKey } from './idempotency-key.ts';
import { ProblemError } from './problem.ts';

/** What long work says: how far it is, and at the end what was done or why not. */
interface Line<Done> {
  progress?: unknown;
  done?: Done;
  problem?: { status: number };
}

interface Waiting<Progress> {
  signal: AbortSignal;
  progress: (progress: Progress) => void;
}

/**
 * Asks for work that takes long and hears how far it is. Leaving, by the signal, ends the work; where the network fails it is
 * asked for once more with the same key, which has no second effect (rule 29).
 */
export function postForProgress<Progress, Done>(
  path: string,
  body: object,
  waiting: Waiting<Progress>,
): Promise<Done> {
  const headers = {
    accept: 'application/x-ndjson',
    'content-type': 'application/json',
    [keyHeader]: newKey(),
  };
  const { signal } = waiting;
  const request: RequestInit = { method: 'POST', headers, body: JSON.stringify(body), signal };
  return againIfLost(async () =>
    lastOf<Done>(await fetch(path, request), (progress) => {
      waiting.progress(progress as Progress);
    }),
  );
}

async function lastOf<Done>(response: Response, progress: (progress: unknown) => void): Promise<Done> {
  if (!response.ok) throw new ProblemError(response.status, await bodyOf(response));
  for await (const text of linesOf(response)) {
    const line = JSON.parse(text) as Line<Done>;
    if (line.problem !== undefined) throw new ProblemError(line.problem.status, line.problem);
    if (line.done !== undefined) return line.done;
    if (line.progress !== undefined) progress(line.progress);
  }
  // It broke off: as good as never answered.
  throw new TypeError('network');
}

const bodyOf = (response: Response): Promise<object> =>
  response.json().then(
    (body: unknown) => (typeof body === 'object' && body !== null ? body : {}),
    () => ({}),
  );

/** Read by hand: not every browser can iterate over a stream. */
async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
