import type { Ended } from './crashes.ts';
import { crashPoints } from './points.ts';

/** The server has no copy, and nobody was told that this may be so. */
export const isLost = ({ state, copies }: Ended): boolean => copies.length === 0 && state !== 'unsure';

/** More copies than a mail of its kind may have, or copies that a reader's program cannot know for one mail. */
export const isDoubled = ({ sort, copies }: Ended): boolean =>
  copies.length > (sort === 'never' ? 1 : 2) || new Set(copies).size > 1;

/** What should not be: lost, doubled, another end than the table of points says, or a kill at another point. */
export function faultsOf(ended: readonly Ended[]): string[] {
  return ended.flatMap((mail) => {
    const { point, sort, left, state, copies } = mail;
    const name = `${point.name}, a mail that may come ${sort === 'never' ? 'once' : 'again'}`;
    const end = point.ends[sort];
    return [
      ...(isLost(mail) ? [`${name}: lost`] : []),
      ...(isDoubled(mail) ? [`${name}: doubled, ${copies.join(' ')}`] : []),
      ...(left === point.leaves ? [] : [`${name}: left ${left}, not ${point.leaves}`]),
      ...(state === end.state && copies.length === end.copies
        ? []
        : [`${name}: ${state} with ${copies.length} copies, not ${end.state} with ${end.copies}`]),
    ];
  });
}

/** One line a point. */
export function tableOf(ended: readonly Ended[]): string[] {
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, index) => (index < 2 ? String(cell).padEnd(12) : String(cell).padStart(8))).join('');
  const count = (mails: readonly Ended[], fits: (mail: Ended) => boolean): number =>
    mails.filter(fits).length;
  return [
    row(['point', 'left', 'kills', 'lost', 'doubled', 'twice', 'unsure', 'sent']),
    ...crashPoints.map(({ name, leaves }) => {
      const mails = ended.filter(({ point }) => point.name === name);
      return row([
        name,
        leaves,
        mails.length,
        count(mails, isLost),
        count(mails, isDoubled),
        count(mails, ({ copies }) => copies.length === 2),
        count(mails, ({ state }) => state === 'unsure'),
        count(mails, ({ state }) => state === 'sent'),
      ]);
    }),
  ];
}
