export const keyHeader = 'Idempotency-Key';
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** 128 random bits. Not randomUUID, which browsers keep from pages on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same as a UUID, where the api asks for one. */
export function newUuid(): string {
  const hex = newKey();
  // Version 4, variant 1.
  const marked = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * Sends a request; one that changes something carries a key of its own. Where the network fails nobody knows whether it
 * arrived, so it is sent once more with the same key, which has no second effect (rule 29). An answer is an answer,
 * refusals too.
 */
export async function send(request: Request): Promise<Response> {
  if (safeMethods.includes(request.method)) return fetch(request);
  request.headers.set(keyHeader, newKey());
  const copies = [request.clone(), request];
  return againIfLost(() => fetch(copies.pop() ?? request));
}

/** What `attempt` gives, tried a second time when the network failed. */
export async function againIfLost<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  try {
    return await attempt();
  } catch (error) {
    if (!isOfTheNetwork(error)) throw error;
    return attempt();
  }
}

/** What fetch throws for the network, and for nothing else here. By name: tests have a TypeError of their own. */
const isOfTheNetwork = (error: unknown): boolean => (error as Error | null)?.name === 'TypeError';
