import { type Database, loggable } from '#libs/database';
import type { Log } from '../log.ts';
import { type ClaimedMail, type Letter, scopeOf } from './mail-row.ts';
import { type Sender, prepare } from './prepare.ts';
import { giveBack, markFinal, markHanded, markInDoubt, markSent, tryLater } from './queue.ts';
import { type Answer, ClaimLost, type Transport } from './transport.ts';

/** Real minutes between attempts (house.md, Jobs and mail). */
const waits = [1, 5, 15, 60, 180];
/** A server that says "not now" has been asked for four hours then; one that is away may be away for two days. */
const mostAttempts = { refused: 6, unreachable: 20 };

export interface Delivery {
  db: Database;
  sender: Sender;
  log: Log;
  leaseSeconds: number;
  stopping: AbortSignal;
}

/** One claimed mail on its way: prepare (a transaction) → connect → `handed` (a transaction) → the last bytes → the answer. */
export async function deliver(delivery: Delivery, mail: ClaimedMail, transport: Transport): Promise<void> {
  const { db, log, leaseSeconds, stopping } = delivery;
  const scope = scopeOf(mail);
  const letter = await prepared(delivery, mail);
  if (letter === null) return;
  if (stopping.aborted) {
    await db.write(scope, (tx) => giveBack(tx, mail));
    return;
  }
  const answer = await transport.send(letter, async () => {
    const ours = await db.write(scope, (tx) => markHanded(tx, mail, leaseSeconds));
    if (!ours) throw new ClaimLost();
  });
  log.info({ mail: mail.id, kind: mail.kind, attempt: mail.attempts, answer }, 'delivery');
  await settle(delivery, mail, answer);
}

/** A mail that cannot be said stays for a while, in case a newer version can say it. */
async function prepared({ db, sender, log }: Delivery, mail: ClaimedMail): Promise<Letter | null> {
  const scope = scopeOf(mail);
  try {
    return await db.write(scope, (tx) => prepare(tx, mail, sender));
  } catch (error) {
    log.error({ error: loggable(error), mail: mail.id, kind: mail.kind }, 'a mail could not be prepared');
    await db.write(scope, (tx) =>
      mail.attempts >= mostAttempts.refused
        ? markFinal(tx, mail, 'failed', 'not-prepared')
        : tryLater(tx, mail, waitOf(mail), 'not-prepared'),
    );
    return null;
  }
}

async function settle({ db, stopping }: Delivery, mail: ClaimedMail, answer: Answer): Promise<void> {
  await db.write(scopeOf(mail), async (tx) => {
    switch (answer.kind) {
      case 'accepted':
        return markSent(tx, mail, 'accepted');
      case 'doubt':
        return markInDoubt(tx, mail);
      case 'lost':
        return undefined;
      case 'unreachable':
        if (stopping.aborted) return giveBack(tx, mail);
        return mail.attempts >= mostAttempts.unreachable
          ? markFinal(tx, mail, 'failed', answer.reason)
          : tryLater(tx, mail, waitOf(mail), answer.reason);
      case 'refused':
        return answer.code >= 500 || mail.attempts >= mostAttempts.refused
          ? markFinal(tx, mail, 'failed', `refused-${answer.code}`)
          : tryLater(tx, mail, waitOf(mail), `refused-${answer.code}`);
    }
  });
}

const waitOf = ({ attempts }: ClaimedMail): number => 60 * (waits[Math.min(attempts, waits.length) - 1] ?? 1);
