import type { About, DoorList, Scan, SyncAnswer } from '../contract.ts';

/**
 * Why the api did not answer as asked: it was not reached; the code is another one; too many codes were tried; the link was
 * taken back; the evening is over; anything else, which may pass.
 */
export type DoorFault = 'no-network' | 'code-wrong' | 'too-many' | 'dead' | 'over' | 'failed';

export class DoorError extends Error {
  readonly fault: DoorFault;

  constructor(fault: DoorFault) {
    super(fault);
    this.fault = fault;
  }
}

const faults: Record<string, DoorFault> = {
  'door-code-wrong': 'code-wrong',
  'too-many-requests': 'too-many',
  'link-unusable': 'dead',
  'door-link-over': 'over',
};

/** In a basement a request may hang for minutes: what takes longer than this is no network. */
const patienceMs = 12_000;

/** The calls of the app; each throws a DoorError. Not through the client of the other pages: it would try again by itself. */
export const calls = {
  about: async (token: string): Promise<About> => bodyOf(await ask(token, '')),
  /** Null where it is still as `etag` says. */
  list: async (token: string, shown: string, etag: string | null) => {
    const answer = await ask(token, '/list', shown, {
      headers: etag === null ? {} : { 'if-none-match': etag },
    });
    if (answer.status === 304) return null;
    return { list: await bodyOf<DoorList>(answer), etag: answer.headers.get('etag') };
  },
  sync: async (token: string, shown: string, body: { since: string | null; scans: Scan[] }) =>
    bodyOf<SyncAnswer>(
      await ask(token, '/sync', shown, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    ),
};

/** What the api takes in one go. */
export const mostScans = 200;

/** A ticket says who it is of; the api believes nothing else beside it. */
export function asSent({ attendeeId, ...scan }: Scan): Scan {
  return scan.ticket === undefined && attendeeId !== undefined ? { ...scan, attendeeId } : scan;
}

async function ask(token: string, path: string, shown?: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (shown !== undefined) headers.set('door-key', shown);
  try {
    return await fetch(`/api/v1/door/${encodeURIComponent(token)}${path}`, {
      ...init,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw new DoorError('no-network');
  }
}

async function bodyOf<Body>(answer: Response): Promise<Body> {
  const body = (await answer.json().catch(() => ({}))) as Body & { code?: string };
  if (answer.ok) return body;
  // Only the api's own word ends a door. Whatever else is answered, a proxy's 404 while the api starts, may pass.
  throw new DoorError(faults[body.code ?? ''] ?? 'failed');
}
