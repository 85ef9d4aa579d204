import { type IncomingMessage, get } from 'node:http';

/** A phone that follows server-sent events and looks at the text of the latest only, which costs as little as can be. */
export interface Listener {
  latest(): string;
  /** Resolves once a message holds what is looked for; at once if the latest does. */
  sees(wanted: (text: string) => boolean): Promise<void>;
  close(): void;
}

export async function listenTo(url: string): Promise<Listener> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { accept: 'text/event-stream' } }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200)
    throw new Error(`A stream was answered with ${String(response.statusCode)}`);
  const waiting = new Set<() => void>();
  let [latest, parts]: [string, string[]] = ['', []];
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    const end = chunk.lastIndexOf('\n\n');
    if (end < 0) {
      parts.push(chunk);
      return;
    }
    const message = [...parts, chunk.slice(0, end)]
      .join('')
      .split('\n\n')
      .findLast((block) => block.startsWith('event: '));
    parts = [chunk.slice(end + 2)];
    if (message === undefined) return;
    latest = message;
    for (const look of waiting) look();
  });
  return {
    latest: () => latest,
    sees: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!wanted(latest)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => {
      response.destroy();
    },
  };
}
