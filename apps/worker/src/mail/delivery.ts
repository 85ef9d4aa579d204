import {
  type Database,
  type Tx,
  loggable,
  pauseSending,
  returnPathOf,
  suppress,
  suppressionHashes,
} from '#libs/database';
import type { Log } from '../log.ts';
import { Batches } from './batches.ts';
import { type ClaimedMail, type Letter, rulesOf, scopeOf } from './mail-row.ts';
import { type Sender, lookAgain, prepareAll } from './prepare.ts';
import {
  giveBack,
  markAllHanded,
  markAllSent,
  markFinal,
  markHanded,
  markInDoubt,
  tryLater,
} from './queue.ts';
import { patienceSeconds, waitSeconds } from './retries.ts';
import { type Answer, ClaimLost, type Transport } from './transport.ts';
import { verdictOf } from './verdict.ts';

/** As many as one statement takes without making the first of them wait. */
const marked = { most: 64, atOnce: 1 };
/** Few enough that the first of them does not wait long for the last; their transactions share the connections of the pool. */
const preparedTogether = {
  most: 8,
  atOnce: 3,
  alike: ({ organizationId }: ClaimedMail) => organizationId ?? '',
};
/** A mail that has waited longer for a server since it was prepared is looked at again in full. */
export const freshMs = 1_000;
/** Real seconds before a mail that found no server looks for one again. */
const serverWaitSeconds = 5;

export interface DeliveryParts {
  db: Database;
  sender: Sender;
  log: Log;
  leaseSeconds: number;
  stopping: AbortSignal;
}

export interface Delivery extends DeliveryParts {
  prepared: Batches<ClaimedMail, Letter | null>;
  handed: Batches<Handed, boolean>;
  sent: Batches<ClaimedMail, undefined>;
}

interface Handed {
  mail: ClaimedMail;
  addressHashes: readonly string[];
}

/** What is the same for all deliveries of a worker; mails of several organizations share the statements that say how far they are. */
export function deliveryOf(parts: DeliveryParts): Delivery {
  const { db, leaseSeconds, sender } = parts;
  return {
    ...parts,
    prepared: new Batches((mails) => prepareTogether(db, mails, sender), preparedTogether),
    handed: new Batches(async (mails) => {
      const gone = await markAllHanded(db, mails, leaseSeconds);
      return mails.map(({ mail }) => gone.has(mail.id));
    }, marked),
    sent: new Batches(async (mails) => {
      await markAllSent(db, mails);
      return mails.map(() => undefined);
    }, marked),
  };
}

/**
 * One claimed mail on its way: prepare (a transaction) → connect → `handed` (a transaction) → the last bytes → the answer.
 * @returns null when it did not come to an attempt
 */
export async function deliver(
  delivery: Delivery,
  mail: ClaimedMail,
  transport: Pick<Transport, 'send'>,
): Promise<Answer | null> {
  const { db, log, sender, stopping } = delivery;
  const letter = await prepared(delivery, mail);
  if (letter === null) return null;
  if (stopping.aborted) {
    await db.write(scopeOf(mail), (tx) => giveBack(tx, [mail]));
    return null;
  }
  const preparedAt = performance.now();
  const { bounceAddress, keys } = sender;
  const returnPath =
    bounceAddress === null ? letter.headers.from.address : returnPathOf(keys, mail.id, bounceAddress);
  const answer = await transport.send({ ...letter, returnPath }, async () => {
    const isFresh = performance.now() - preparedAt < freshMs;
    const leaves =
      letter.isWithheld === true
        ? await holdBack(delivery, mail)
        : await handOver(delivery, mail, letter.to, isFresh);
    if (!leaves) throw new ClaimLost();
  });
  log.info({ mail: mail.id, kind: mail.kind, attempt: mail.attempts, answer }, 'delivery');
  await settle(delivery, mail, letter, answer);
  return answer;
}

/**
 * The last look, and the word that the mail leaves, in one transaction. What nobody can stop, and was true a moment ago, is
 * only asked whether its address still takes mail, together with others.
 */
async function handOver(
  delivery: Delivery,
  mail: ClaimedMail,
  to: string,
  isFresh: boolean,
): Promise<boolean> {
  const { db, sender, leaseSeconds, handed } = delivery;
  const { topic, listedTopic, onDoubt } = rulesOf(mail.kind);
  if (isFresh && (topic ?? listedTopic ?? null) === null && onDoubt === 'again') {
    if (await handed.add({ mail, addressHashes: suppressionHashes(sender.keys, to) })) return true;
  }
  return db.write(
    scopeOf(mail),
    async (tx) => (await lookAgain(tx, mail, sender)) && markHanded(tx, mail, leaseSeconds),
  );
}

/** The turn of a mail has come that its reader stopped, unless they have taken that back meanwhile: then it has another. */
async function holdBack({ db, sender }: Delivery, mail: ClaimedMail): Promise<false> {
  await db.write(scopeOf(mail), async (tx) => {
    if (await lookAgain(tx, mail, sender)) await giveBack(tx, [mail]);
  });
  return false;
}

/** Mails of one organization in one transaction. @throws when any of them cannot be said */
function prepareTogether(
  db: Database,
  mails: readonly ClaimedMail[],
  sender: Sender,
): Promise<(Letter | null)[]> {
  const [first] = mails;
  if (first === undefined) return Promise.resolve([]);
  return db.write(scopeOf(first), (tx) => prepareAll(tx, mails, sender));
}

/**
 * Together with others, and apart when one of them cannot be said. That one stays for a while, in case a newer version can
 * say it.
 */
async function prepared(delivery: Delivery, mail: ClaimedMail): Promise<Letter | null> {
  const { db, sender, log } = delivery;
  try {
    return await delivery.prepared.add(mail).catch(async () => {
      const [letter = null] = await prepareTogether(db, [mail], sender);
      return letter;
    });
  } catch (error) {
    log.error({ error: loggable(error), mail: mail.id, kind: mail.kind }, 'a mail could not be prepared');
    await db.write(scopeOf(mail), (tx) => tryLater(tx, mail, nextTry(mail, 'not-prepared')));
    return null;
  }
}

async function settle(delivery: Delivery, mail: ClaimedMail, letter: Letter, answer: Answer): Promise<void> {
  const { db, log, sent } = delivery;
  if (answer.kind === 'accepted') return sent.add(mail);
  const isNewPause = await db.write(scopeOf(mail), async (tx) => {
    await markAnswered(tx, delivery, mail, letter, answer);
    return answer.kind === 'sign-in-refused' && (await pauseSending(tx, 'sign-in'));
  });
  if (isNewPause)
    log.error({ answer }, 'the mail server does not take our name and password: no mail leaves');
}

function markAnswered(
  tx: Tx,
  { sender, stopping }: Delivery,
  mail: ClaimedMail,
  letter: Letter,
  answer: Answer,
): Promise<void> {
  // Broken off because this worker stops, or as good as that.
  if (answer.kind === 'unreachable' && stopping.aborted) return giveBack(tx, [mail]);
  const verdict = verdictOf(answer);
  switch (verdict.is) {
    case 'failed':
      return fail(tx, sender, mail, verdict.deadAddress ? letter.to : null, verdict.outcome);
    case 'later':
      return tryLater(tx, mail, nextTry(mail, verdict.outcome));
    case 'without-server':
      return tryLater(tx, mail, withoutServer(mail, verdict.outcome));
    case 'given-back':
      return giveBack(tx, [mail]);
    case 'in-doubt':
      return markInDoubt(tx, mail);
    case 'sent':
    case 'over':
      return Promise.resolve();
  }
}

async function fail(
  tx: Tx,
  { keys }: Sender,
  mail: ClaimedMail,
  deadAddress: string | null,
  outcome: string,
): Promise<void> {
  if (deadAddress !== null) await suppress(tx, keys, deadAddress, 'refused');
  await markFinal(tx, mail, 'failed', outcome);
}

const nextTry = ({ attempts, kind }: ClaimedMail, outcome: string) => ({
  waitSeconds: waitSeconds(attempts, Math.random()),
  patienceSeconds: patienceSeconds(kind),
  outcome,
  counts: true,
});

const withoutServer = ({ kind }: ClaimedMail, outcome: string) => ({
  waitSeconds: serverWaitSeconds,
  patienceSeconds: patienceSeconds(kind),
  outcome,
  counts: false,
});
