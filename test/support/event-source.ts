import { type IncomingMessage, get } from 'node:http';

export interface HeardEvent {
  event: string;
  data: unknown;
}

/** A browser's EventSource, less its coming back. */
export interface Following {
  status: number;
  type: string;
  /** Everything so far, oldest first. */
  heard: HeardEvent[];
  comments(): number;
  /** The next event of a name that was not waited for yet. */
  next(event: string): Promise<unknown>;
  /** When the server ends it. */
  ended: Promise<void>;
  close(): void;
}

const patienceMs = 15_000;

export async function follow(url: string, headers: Readonly<Record<string, string>>): Promise<Following> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { accept: 'text/event-stream', ...headers } }, resolve).on('error', reject);
  });
  const heard: HeardEvent[] = [];
  const waiting = new Set<() => void>();
  const taken = new Map<string, number>();
  let comments = 0;
  let rest = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line): [string, string] => {
          const [name = '', ...value] = line.split(': ');
          return [name, value.join(': ')];
        }),
      );
      const [event, data] = [fields.get('event'), fields.get('data')];
      if (event !== undefined && data !== undefined) heard.push({ event, data: JSON.parse(data) });
      else if (block.startsWith(':')) comments += 1;
    }
    for (const look of waiting) look();
  });
  response.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    response.once('close', resolve);
  });
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    heard,
    comments: () => comments,
    next: (event) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No "${event}" within ${patienceMs} ms; heard ${JSON.stringify(heard)}`));
        }, patienceMs);
        const look = (): void => {
          const found = heard.filter((one) => one.event === event)[taken.get(event) ?? 0];
          if (found === undefined) return;
          taken.set(event, (taken.get(event) ?? 0) + 1);
          waiting.delete(look);
          clearTimeout(timer);
          resolve(found.data);
        };
        waiting.add(look);
        look();
      }),
    ended,
    close: () => {
      response.destroy();
    },
  };
}
