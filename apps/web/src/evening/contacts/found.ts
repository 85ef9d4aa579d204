import type { SwapPerson, Swaps } from './calls.ts';

/** As many names as a thumb scrolls through; the rest is found by typing. */
export const mostShown = 30;

/** Names that contain what is typed, whatever its case and accents, without those already on my list or asking me. */
export function foundIn(
  { people, mine, asked }: Pick<Swaps, 'people' | 'mine' | 'asked'>,
  typed: string,
): SwapPerson[] {
  const taken = new Set([...mine, ...asked].map(({ attendeeId }) => attendeeId));
  const sought = plain(typed);
  return people.filter(({ attendeeId, name }) => !taken.has(attendeeId) && plain(name).includes(sought));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .trim();
