/** Letters that no decomposition takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Accents over Latin, Greek and Cyrillic letters; the vowel signs of other scripts are marks too, and tell words apart. */
const accents = /[\u0300-\u036F]/g;

/**
 * The form in which names, and the words of tags, are compared: case, accents, punctuation and blanks folded, words one
 * blank apart. Empty for a text without letters or figures. Decomposed before and after the change of case: a raised
 * capital is one only once it is taken apart.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/[øßæœłđı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
