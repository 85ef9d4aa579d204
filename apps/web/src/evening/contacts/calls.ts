import { keyHeader, newKey } from '../../lib/idempotency-key.ts';
import { ProblemError } from '../../lib/problem.ts';

export interface SwapPerson {
  attendeeId: string;
  name: string;
}

export interface SwappedPerson {
  attendeeId: string;
  /** Null while it waits, unless the other lets their name be seen. */
  name: string | null;
  state: 'waiting' | 'agreed';
  /** Once both said yes. */
  contact: { email: string } | null;
  at: string;
}

export interface Swaps {
  /** What stands in my QR code. */
  code: string;
  /** The same to be said aloud: "K7QM-2XHD". */
  letters: string;
  /** Whether I came, as the door says. */
  came: boolean;
  /** From the beginning of the evening until seven days after it. */
  open: boolean;
  /** Who came and lets others see their name. */
  people: SwapPerson[];
  /** Who scanned my code and waits for me. */
  asked: SwapPerson[];
  mine: SwappedPerson[];
}

async function ask(method: string, path: string, body?: object): Promise<Swaps> {
  const response = await fetch(`/api/v1/evening/${path}`, {
    method,
    headers: {
      ...(method !== 'GET' && { [keyHeader]: newKey() }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answered = (await response.json()) as object;
  if (!response.ok) throw new ProblemError(response.status, answered);
  return answered as Swaps;
}

/** Each answers with how it stands afterwards, and throws a ProblemError. */
export const swapCalls = {
  read: (token: string) => ask('GET', `${token}/swaps`),
  scan: (token: string, code: string) => ask('POST', `${token}/swaps`, { code }),
  tap: (token: string, attendeeId: string) => ask('POST', `${token}/swaps`, { attendeeId }),
  takeBack: (token: string, attendeeId: string) => ask('DELETE', `${token}/swaps/${attendeeId}`),
  answer: (token: string, attendeeId: string, yes: boolean) =>
    ask('POST', `${token}/swaps/${attendeeId}/answer`, { yes }),
};
