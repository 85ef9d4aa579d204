import { ProblemError } from './problem.ts';

const base = '/api/v1';

/** `keepalive` lets a decision leave with the page that made it. */
export async function call<Answer>(
  method: string,
  path: string,
  body?: unknown,
  query: Record<string, string | undefined> = {},
  keepalive = false,
): Promise<Answer> {
  const sent = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const search = sent.length > 0 ? `?${new URLSearchParams(sent).toString()}` : '';
  const response = await fetch(`${base}${path}${search}`, {
    method,
    keepalive,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return answerOf<Answer>(response.status, await response.text());
}

/** Sends one file as the field `file`; progress is a part from 0 to 1. XMLHttpRequest: fetch tells nothing on the way up. */
export function upload<Answer>(path: string, file: File, progress: (part: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${base}${path}`);
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new TypeError('network'));
    request.onload = () => {
      try {
        resolve(answerOf<Answer>(request.status, request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error('unreadable answer'));
      }
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function answerOf<Answer>(status: number, text: string): Answer {
  const body: unknown = text === '' ? undefined : parsed(text);
  if (status >= 400) throw new ProblemError(status, (body ?? {}) as object);
  return body as Answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
