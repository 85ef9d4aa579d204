const longest = 300;

/** As it is sent: one line, without space around it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** How much room is left, in characters as the server counts them; negative: too long. */
export const leftOf = (text: string): number => longest - Array.from(oneLine(text)).length;

/** What is wrong with what was typed, as the name of its sentence. */
export function faultOf(text: string): 'empty' | 'tooLong' | null {
  if (oneLine(text) === '') return 'empty';
  return leftOf(text) < 0 ? 'tooLong' : null;
}
