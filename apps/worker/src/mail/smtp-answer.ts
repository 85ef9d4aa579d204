import { type Answer, ClaimLost } from './transport.ts';

/** Only an answer to these is about the mail; one to the greeting or the login is about the server. */
const aboutTheMail = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient', DATA: 'message' } as const;
/** "Sign in first", "too weak", "wrong", "needs encryption" (RFC 4954). */
const signInCodes = [530, 534, 535, 538];
/** The server announces that it goes away; after the last bytes that is no answer to them. */
const serviceClosing = 421;

/** What SMTPConnection says of a failure. `response` is the server's line, "550 5.1.1 No such user". */
interface Failure {
  responseCode?: unknown;
  response?: unknown;
  code?: unknown;
  command?: unknown;
}

/** @param given whether the last bytes had left @param named whether the server had been told of this mail */
export function answerOf(error: unknown, { given, named }: { given: boolean; named: boolean }): Answer {
  if (error instanceof ClaimLost) return { kind: 'lost' };
  const { responseCode: code, response, code: name, command } = error as Failure;
  const about = String(command);
  const to = about in aboutTheMail ? aboutTheMail[about as keyof typeof aboutTheMail] : null;
  if (typeof code === 'number' && !given && signInCodes.includes(code))
    return { kind: 'sign-in-refused', code };
  if (typeof code === 'number' && to !== null && !(given && code === serviceClosing))
    return { kind: 'refused', code, finer: finerCode(response), to };
  if (given) return { kind: 'doubt' };
  const met = named ? 'mail' : 'server';
  if (typeof code === 'number') return { kind: 'unreachable', reason: `smtp-${code}`, met };
  return { kind: 'unreachable', reason: typeof name === 'string' ? name.toLowerCase() : 'error', met };
}

function finerCode(response: unknown): string | null {
  const found = typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) : null;
  return found?.[1] ?? null;
}
