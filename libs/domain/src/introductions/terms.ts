/**
 * Different words for one thing, after folding: the first of each row stands for all. Only what people of the trade use
 * interchangeably, because both sides will read that one looks for it and the other offers it.
 */
const synonyms = [
  ['mastering', 'mastering engineer'],
  ['mixing', 'mixing engineer', 'mixer', 'mix engineer'],
  ['co-writing', 'co-writer', 'cowriter', 'cowriting'],
  ['songwriting', 'songwriter'],
  ['production', 'producer', 'music production', 'music producer'],
  ['film scoring', 'film composer', 'film composition', 'film music'],
  ['music supervision', 'music supervisor'],
  ['sound design', 'sound designer'],
  ['sound editing', 'sound editor'],
  ['dialogue editing', 'dialogue editor', 'dialog editing', 'dialog editor'],
  ['dialogue cleanup', 'dialog cleanup', 'dialogue clean-up'],
  ['Dolby Atmos mixing', 'Atmos mixing', 'Dolby Atmos mix'],
  ['session player', 'session musician'],
  ['sync contact', 'sync agent', 'sync licensing contact'],
  ['foley stage', 'foley stage time'],
  ['studio day', 'spare studio day'],
  ['game audio mentoring', 'mentor in game audio', 'game audio mentor'],
  ['vinyl prep', 'vinyl preparation', 'vinyl premaster'],
] as const;

/** Needs that somebody's craft answers although they did not offer it in those words; one way only. */
const craftAnswers = [
  ['session player', 'session strings', 'session drums'],
  ['feedback on mixes', 'mixing', 're-recording mixing'],
  ['vinyl prep', 'vinyl cutting'],
  ['sound editing', 'dialogue editing', 'sound design'],
  ['co-writing', 'songwriting', 'topline writing'],
] as const;

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

/** Words that say nothing about what somebody makes; they never make two works related. */
const emptyWords = new Set(
  'a an and at by due for from in is it its my new of on one or our some the thing this to two with year month'.split(
    ' ',
  ),
);

const firstOfRow = new Map(
  synonyms.flatMap((row) => row.map((word) => [foldWords(word), foldWords(row[0])] as const)),
);
const answeringCrafts = new Map(
  craftAnswers.map(([need, ...crafts]) => [foldTerm(need), new Set(crafts.map(foldTerm))]),
);

/** The form in which two tags are compared: accents, case, punctuation, plural, leading article and synonyms folded. */
export function foldTerm(text: string): string {
  const words = foldWords(text);
  return firstOfRow.get(words) ?? words;
}

/** Whether a craft (folded) answers a need (folded): the same thing, or listed as doing it. */
export function craftAnswersNeed(craft: string, need: string): boolean {
  return craft === need || (answeringCrafts.get(need)?.has(craft) ?? false);
}

/** The words of a sentence that say something, folded; none for "nothing yet" and the like. */
export function tellingWords(sentence: string): Set<string> {
  const words = foldWords(sentence).split(' ');
  if (/^(nothing|none|not|no|n)$/.test(words[0] ?? '')) return new Set();
  return new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)));
}

function foldWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øßæœłđı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:an?|the) )+/, '')
    .split(' ')
    .map(singular)
    .join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
