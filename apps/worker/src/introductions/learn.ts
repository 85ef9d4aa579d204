import {
  answersLearnedFrom,
  answersToLearnFrom,
  harvestAnswers,
  keepLearned,
  readTrainingRows,
} from '#libs/database';
import { everyOrganization, isWorthLearning, learn as learnFrom } from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import type { Context } from '../context.ts';

/**
 * The night after asks ended: they become training rows, and when enough came since the last attempt, weights are learned
 * anew. Over all organizations, because weights are the installation's; nothing that is read here names anybody.
 */
export async function learn(
  _payload: Jobs['introductions.learn'],
  { db, keys, log }: Pick<Context, 'db' | 'keys' | 'log'>,
): Promise<void> {
  while ((await db.write(everyOrganization, (tx) => harvestAnswers(tx, keys))) > 0);
  const rows = await db.read(everyOrganization, async (reader) => {
    const worth = isWorthLearning(await answersToLearnFrom(reader), await answersLearnedFrom(reader));
    return worth ? readTrainingRows(reader) : null;
  });
  if (rows === null) return;
  // Seconds of computing: no transaction waits for it.
  const learned = learnFrom(rows);
  await db.write(everyOrganization, (tx) => keepLearned(tx, learned));
  const { verdict, answers, evenings } = learned;
  log.info({ verdict, answers, evenings }, 'weights learned');
}
