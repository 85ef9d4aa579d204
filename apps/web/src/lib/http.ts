import createClient from 'openapi-fetch';
import type { paths } from './api-types.ts';
import { againIfLost, keyHeader, newKey, send } from './idempotency-key.ts';
import { ProblemError } from './problem.ts';

export const client = createClient<paths>({ fetch: send });

/** The answer of a call, or its refusal thrown. */
export async function answer<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok)
    throw new ProblemError(response.status, typeof error === 'object' && error !== null ? error : {});
  return data as Data;
}

/** Signs in as the demo's organizer; a route of the demo alone, so it is not in the API's document. */
export async function demoSignIn(): Promise<void> {
  const response = await fetch('/api/v1/demo/sign-in', { method: 'POST' });
  if (!response.ok) throw new ProblemError(response.status, {});
}

type Progress = (part: number) => void;

/** Sends one file as the field `file`, once more where the network fails; progress is a part from 0 to 1. */
export function upload<Answer>(path: string, file: File, progress: Progress): Promise<Answer> {
  const key = newKey();
  return againIfLost(() => sendFile<Answer>(path, file, key, progress));
}

/** XMLHttpRequest: fetch tells nothing on the way up. */
function sendFile<Answer>(path: string, file: File, key: string, progress: Progress): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader(keyHeader, key);
    request.upload.onprogress = ({ loaded, total }) => {
      progress(total === 0 ? 0 : loaded / total);
    };
    request.onerror = () => {
      reject(new TypeError('network'));
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 400) reject(new ProblemError(request.status, body));
      else resolve(body as Answer);
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
