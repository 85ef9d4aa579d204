import {
  type Reader,
  type SendingPause,
  type Tx,
  personByEmail,
  sendingPause,
  workersSeen,
} from '#libs/database';
import { newId } from '#libs/domain';
import { post } from '#libs/mail';

/** Queues one mail to an address, as every other mail is queued. @returns what it is found again by @throws DomainError address-unusable */
export async function postMailTest(tx: Tx, email: string): Promise<string> {
  const { id: personId } = await personByEmail(tx, email);
  const subjectId = newId();
  await post(tx, [{ organizationId: null, kind: 'mail-test', subjectId, personId }]);
  return subjectId;
}

export const testStates = ['queued', 'sending', 'handed', 'sent', 'failed', 'suppressed', 'unsure'] as const;
export type TestState = (typeof testStates)[number];

/** What can be said of a test now; `words.mailHealth.verdicts` says each. All but `waiting` and `sent` are a reason to act. */
export const verdicts = [
  'waiting',
  'sent',
  'worker-silent',
  'paused',
  'put-off',
  'failed',
  'suppressed',
  'unsure',
] as const;
export type Verdict = (typeof verdicts)[number];

export interface MailTest {
  state: TestState;
  /** The code that the delivery left: 'accepted', 'refused-550', 'unreachable-…'; null: nothing was tried yet. */
  outcome: string | null;
  verdict: Verdict;
}

/** A mail lies in a queue for the shortest while only, so whoever waits asks again. @returns null when there is no such test */
export async function readMailTest(reader: Reader, subjectId: string): Promise<MailTest | null> {
  const [mail] = await reader.query<{ state: TestState; outcome: string | null }>(
    `select state, outcome from mails where kind = 'mail-test' and subject_id = $1`,
    [subjectId],
  );
  if (mail === undefined) return null;
  const [{ isAlive }, pause] = await Promise.all([workersSeen(reader), sendingPause(reader)]);
  return { ...mail, verdict: verdictOf(mail, isAlive, pause) };
}

function verdictOf(
  { state, outcome }: { state: TestState; outcome: string | null },
  isAlive: boolean,
  pause: SendingPause | null,
): Verdict {
  if (state === 'sent' || state === 'failed' || state === 'suppressed' || state === 'unsure') return state;
  if (!isAlive) return 'worker-silent';
  if (state !== 'queued') return 'waiting';
  if (pause !== null) return 'paused';
  // Tried once, and back in the queue: the server said "not now", or nobody answered.
  return outcome === null ? 'waiting' : 'put-off';
}
