import type { MailRow, PairRow } from './rows.ts';
import { inPostHours } from './wall-time.ts';
import type { World } from './worlds.ts';

// introductions.md, Must never happen, as far as the rows alone tell it: no model stands between.

const namingContact = ['introduction', 'introduction-nudge'];

/** What must never be, after every step. `before` are the mails that were there at the step before. */
export function brokenRules(
  world: World,
  {
    pairs,
    mails,
    frozen,
    before,
    gone,
    now,
  }: {
    pairs: readonly PairRow[];
    mails: readonly MailRow[];
    /** The sentences of each pair as they were first frozen. */
    frozen: Map<string, string>;
    before: ReadonlySet<string>;
    /** Who has left: sentences that name them are emptied then (never 11). */
    gone: ReadonlySet<string>;
    now: number;
  },
): string[] {
  const broken: string[] = [];
  const emails = new Map(world.guests.map(({ personId, email }) => [personId, email]));
  for (const mail of mails.filter(({ id, state }) => !before.has(id) && state === 'sent')) {
    if (mail.at === null || !inPostHours(mail.at.getTime()))
      broken.push(`never 8: ${mail.kind} outside hours`);
    const others = [...emails].filter(([personId]) => personId !== mail.personId);
    const tells = others.some(([, email]) => mail.text?.includes(email));
    if (tells && !namingContact.includes(mail.kind)) broken.push(`never 5: an address in ${mail.kind}`);
    if (mail.kind === 'introduction') broken.push(...withoutTwoYeses(mail, pairs));
    if (mail.kind === 'introduction-reminder') broken.push(...remindedTwice(mail, mails));
  }
  const made = pairs.filter(({ introducedAt }) => introducedAt !== null);
  if (new Set(made.map(({ personA, personB }) => `${personA} ${personB}`)).size < made.length)
    broken.push('never 7: a pair introduced twice');
  for (const { personId } of world.guests) {
    const open = pairs.filter(
      ({ introducedAt, sides }) =>
        introducedAt === null && sides.some((side) => side.personId === personId && isOpen(side, now)),
    );
    if (open.length > 2) broken.push('never 6: three open asks');
  }
  for (const pair of pairs.filter(
    ({ frozenAt, sides }) => frozenAt !== null && !sides.some(({ personId }) => gone.has(personId)),
  )) {
    const first = frozen.get(pair.id) ?? pair.reasons;
    frozen.set(pair.id, first);
    if (first !== pair.reasons) broken.push('never 14: reasons changed');
  }
  return broken;
}

const isOpen = ({ askedAt, endsAt }: PairRow['sides'][number], now: number): boolean =>
  askedAt !== null && endsAt !== null && Number(new Date(endsAt)) > now;

function withoutTwoYeses({ speaksOf }: MailRow, pairs: readonly PairRow[]): string[] {
  const pair = pairs.find(({ id }) => speaksOf.includes(id));
  const areYes = pair?.sides.length === 2 && pair.sides.every(({ consent }) => consent === 'yes');
  return areYes ? [] : ['never 4: an introduction without two yeses'];
}

function remindedTwice(mail: MailRow, mails: readonly MailRow[]): string[] {
  const same = mails.filter(
    ({ kind, state, personId, speaksOf }) =>
      kind === mail.kind &&
      state === 'sent' &&
      personId === mail.personId &&
      speaksOf.some((id) => mail.speaksOf.includes(id)),
  );
  return same.length > 1 ? ['never 6: reminded twice'] : [];
}
