import { foldLetters } from '../people/folded-letters.ts';

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

/** Words that say nothing about what somebody makes; they never make two works related. */
const emptyWords = new Set(
  [
    'a about after also am an and are as at be been before between but by currently do doing due for',
    'from has have i in into is it its just making me month more my new next no not now of off on one',
    'or our out over project so some still that the their them then there these they thing this',
    'through to two under until up us using was we were what when where which who will with working',
    'year you your',
  ].flatMap((line) => line.split(' ')),
);

/** How a room of people reads what they wrote: which words mean the same, and which crafts answer a need. */
export interface Vocabulary {
  /**
   * The form in which two tags are compared: accents, case, punctuation, plural, leading article and synonyms folded.
   * Folding a folded term changes nothing; the form can be longer than the text.
   */
  fold: (text: string) => string;
  /** Whether a craft (folded) answers a need (folded): the same thing, or listed as doing it. One way only. */
  answers: (craft: string, need: string) => boolean;
  /** What a craft (folded) answers, itself first. */
  needsAnsweredBy: (craft: string) => readonly string[];
}

/** What an organization may add: rows beyond these are left out, as are words that no tag can be as long as. */
const mostOwn = { rows: 200, wordsPerRow: 12, charactersPerWord: 40 } as const;

/**
 * The built-in table and an organization's own rows as one vocabulary. Each row holds words that mean the same; rows
 * that have a word in common, also with a built-in row, become one. Which word comes first changes no comparison.
 * Never refuses: words that say nothing, doubled words and rows of one word do no harm.
 */
export function vocabularyOf(extra: readonly (readonly string[])[]): Vocabulary {
  const own = extra
    .slice(0, mostOwn.rows)
    .map((row) => row.slice(0, mostOwn.wordsPerRow).filter(isShortEnough));
  const standsFor = mergeRows([...synonyms, ...own]);
  const fold = (text: string): string => {
    const words = foldWords(text);
    return standsFor.get(words) ?? words;
  };
  const answered = new Map<string, Set<string>>();
  for (const [need, ...crafts] of craftAnswers) {
    for (const craft of crafts.map(fold)) {
      answered.set(craft, (answered.get(craft) ?? new Set([craft])).add(fold(need)));
    }
  }
  const needsAnsweredBy = (craft: string): readonly string[] => [...(answered.get(craft) ?? [craft])];
  return { fold, needsAnsweredBy, answers: (craft, need) => needsAnsweredBy(craft).includes(need) };
}

/** The words that mean the same for everybody, for showing them; the first of each row is the usual one. */
export const builtInSynonyms: readonly (readonly string[])[] = synonyms;

/** What everybody starts with, and an organization without rows of its own keeps. */
export const builtInVocabulary = vocabularyOf([]);

/** A tag in the built-in vocabulary's form. */
export const foldTerm = (text: string): string => builtInVocabulary.fold(text);

/** The words of a sentence that say something, folded; none for "nothing yet" and the like. */
export function tellingWords(sentence: string): Set<string> {
  const words = foldWords(sentence).split(' ');
  if (/^(nothing|none|not|no|n)$/.test(words[0] ?? '')) return new Set();
  return new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)));
}

/** Each word of the rows, folded, to the word that stands for its row: the first of the earliest row it hangs together with. */
function mergeRows(rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const standsFor = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const row of rows) {
    const words = row.map(foldWords).filter((word) => word !== '');
    const heads = [...new Set(words.map((word) => standsFor.get(word) ?? word))];
    const head = heads.find((one) => members.has(one)) ?? heads[0];
    if (head === undefined) continue;
    const all = [
      ...new Set([...(members.get(head) ?? []), ...heads.flatMap((one) => members.get(one) ?? [one])]),
    ];
    for (const one of heads) members.delete(one);
    members.set(head, all);
    for (const word of all) standsFor.set(word, head);
  }
  return standsFor;
}

function isShortEnough(word: string): boolean {
  return Array.from(word).length <= mostOwn.charactersPerWord;
}

function foldWords(text: string): string {
  return foldLetters(text)
    .split(' ')
    .map(singular)
    .join(' ')
    .replace(/^(?:(?:an?|the) )+/, '')
    .normalize('NFC');
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
