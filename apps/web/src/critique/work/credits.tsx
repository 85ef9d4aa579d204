import { critiqueWorkPage } from '#libs/words';
import type { OwnWork } from './calls.ts';

const words = critiqueWorkPage.credits;

/** How many credits are missing to bring this work; 0 where they suffice, or cost nothing. */
export const missingCredits = ({ credits }: OwnWork): number =>
  credits === null || credits.spent > 0 ? 0 : Math.max(0, credits.cost - credits.balance);

/** What I have, what this takes, and how more comes. */
export function Credits({ own }: { own: OwnWork }) {
  const { credits } = own;
  if (credits === null) return null;
  const { balance, cost, spent } = credits;
  if (spent > 0) return <p className="soft">{words.paid(spent, balance)}</p>;
  const missing = missingCredits(own);
  return (
    <p className={missing > 0 ? undefined : 'soft'}>
      {balance === 0 ? words.none : words.some(balance)} {words.rule(cost)}
      {missing > 0 && own.closed === null && ` ${words.short(missing)}`}
    </p>
  );
}
