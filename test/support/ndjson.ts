import { request as open } from 'node:http';

/** An answer that comes line by line; `next` is undefined at its end. */
export interface Lines<Line> {
  status: number;
  type: string | undefined;
  next(): Promise<Line | undefined>;
  /** Everything that still comes. */
  rest(): Promise<Line[]>;
  /** Closes the connection, as a browser does whose page was left. */
  leave(): void;
}

/** Posts and reads JSON lines as they arrive. */
export function postForLines<Line>(
  url: string,
  headers: Record<string, string>,
  body: object = {},
): Promise<Lines<Line>> {
  return new Promise((resolve, reject) => {
    const request = open(url, {
      method: 'POST',
      headers: { accept: 'application/x-ndjson', 'content-type': 'application/json', ...headers },
    });
    request.once('error', reject);
    request.end(JSON.stringify(body));
    request.once('response', (response) => {
      const lines = (async function* () {
        let text = '';
        for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
          const parts = (text + chunk).split('\n');
          text = parts.pop() ?? '';
          for (const part of parts) yield JSON.parse(part) as Line;
        }
        if (text !== '') yield JSON.parse(text) as Line;
      })();
      const next = async (): Promise<Line | undefined> => {
        const { value, done } = await lines.next();
        return done === true ? undefined : value;
      };
      const rest = async (): Promise<Line[]> => {
        const all: Line[] = [];
        for await (const line of lines) all.push(line);
        return all;
      };
      resolve({
        status: response.statusCode ?? 0,
        type: response.headers['content-type'],
        next,
        rest,
        leave: () => {
          request.destroy();
        },
      });
    });
  });
}
