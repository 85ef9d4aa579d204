import { app } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import type { Shortage } from './session-calls.ts';
import styles from './plan.module.css';

const words = app.critiqueSessions.plan.shortage;

/** Why there is no plan: who needs more than there is, by name where no secret is told by that. */
export function PlanFault({ error }: { error: unknown }) {
  if (!(error instanceof ProblemError) || error.code !== 'critique-shortage' || error.current === undefined)
    return <Fault>{sentenceOf(error)}</Fault>;
  const shortage = error.current as Shortage;
  return (
    <div role="alert" className={styles['shortage']}>
      <h3>{shortage.proved ? words.title : words.notFound}</h3>
      {!shortage.proved && <p>{words.asSeated}</p>}
      <p>{sentenceOfShortage(shortage)}</p>
      <p className="soft">{words.help}</p>
    </div>
  );
}

function sentenceOfShortage({ side, works, critics, needed, available }: Shortage): string {
  if (side === 'critics')
    return words.critics(
      critics.map(({ name }) => name),
      needed,
      available,
    );
  return words.works(
    works.map(({ title, author }) => words.work(title, author)),
    needed,
    available,
  );
}
