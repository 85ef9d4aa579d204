const joiner = '\u2060';

/** Controls, and marks that hide or turn text around. */
const unprintable = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

/** One line without anything that hides or turns text. */
export const line = (text: string): string => text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim();

/** Several lines without anything that hides or turns text. */
export const printable = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((row) => row.replace(unprintable, ' '))
    .join('\n');

/**
 * One line that no mail reader turns into a link (rule 17): an invisible word joiner stands on both sides of what makes
 * an address. Both sides, because "www." alone is enough for some readers.
 */
export function unlinked(text: string): string {
  return line(text)
    .replace(/(?<=\S)([.@])(?=\S)/g, `${joiner}$1${joiner}`)
    .replace(/:(?=\/\/|\S*@)/g, `:${joiner}`);
}

/** At most `words` words, the rest told by an ellipsis. Never used on a person's name: names are not cut. */
export function clipped(text: string, words: number): string {
  const all = line(text).split(' ');
  return all.length <= words ? all.join(' ') : `${all.slice(0, words).join(' ')} …`;
}

/** At most `length` characters, cut between words where that is possible. */
export function shortened(text: string, length: number): string {
  const whole = line(text);
  if (whole.length <= length) return whole;
  const cut = whole.slice(0, length - 2);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

/** What a person is called in a greeting: the first word of their name. */
export const firstName = (name: string): string => line(name).split(' ')[0] ?? '';

/** Words a reader reads: links are pressed, not read. */
export const wordCount = (text: string): number =>
  text
    .replace(/https?:\S+/g, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
