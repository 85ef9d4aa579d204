import type { MailKind } from '#libs/mail';

/** Real minutes between attempts; after the last of them it is that again (house.md, Jobs and mail). */
const waits = [1, 5, 15, 60, 180];
/** A fifth more or less, so that mails which were refused together do not come back together. */
const jitter = 0.2;

/** @param chance from 0 to 1 @returns seconds to the next attempt, after so many */
export function waitSeconds(attempts: number, chance: number): number {
  const minutes = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? 1;
  return Math.round(60 * minutes * (1 - jitter + 2 * jitter * chance));
}

/** How long a mail is tried after its first refusal, in seconds: a day; a code to sign in lives ten minutes. */
export const patienceSeconds = (kind: MailKind): number => (kind === 'sign-in' ? 600 : 86_400);
