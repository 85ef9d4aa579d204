import type { Answer, Profile, ProfileInput } from '#libs/domain';
import { words } from '#libs/words';
import { type FormBody, typed } from './form-body.ts';

const sentences = words.pages.rsvp.introductions;

/** What stands in the fields about oneself, as texts: what was said before, or as typed when the form comes back. */
export interface ProfileTexts {
  crafts: string;
  workingOn: string;
  lookingFor: string;
  canHelpWith: string;
  /** A line each. */
  known: string;
  /** '' where nothing was said: two, and none for panelists. */
  maxIntroductions: string;
  preferredStep: string;
  stage: string;
  city: string;
  namedInAsks: boolean;
}

export const lists = ['crafts', 'lookingFor', 'canHelpWith'] as const;
const textFields = [
  ...lists,
  'workingOn',
  'known',
  'maxIntroductions',
  'preferredStep',
  'stage',
  'city',
] as const;

export function profileTexts(body: FormBody | undefined): ProfileTexts {
  const texts = Object.fromEntries(textFields.map((field) => [field, typed(body, field)]));
  return { ...texts, namedInAsks: typed(body, 'namedInAsks') !== '' } as ProfileTexts;
}

/** The fields as they are filled in beforehand. */
export function textsOf(profile: ProfileInput, known: readonly string[] = []): ProfileTexts {
  const { workingOn, preferredStep, stage, city, maxIntroductions } = profile;
  const text = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return {
    crafts: (profile.crafts ?? []).join(', '),
    lookingFor: (profile.lookingFor ?? []).join(', '),
    canHelpWith: (profile.canHelpWith ?? []).join(', '),
    workingOn: text(workingOn),
    known: known.join('\n'),
    maxIntroductions: text(maxIntroductions),
    preferredStep: text(preferredStep),
    stage: text(stage),
    city: text(city),
    namedInAsks: profile.namedInAsks === true,
  };
}

/**
 * The fields as the api takes them.
 * @param own whether they were filled in beforehand with what this person had said: then an empty one says something too.
 *   In anybody else's form an empty field and a box without a tick were left alone.
 */
export function profileIn(texts: ProfileTexts, own: boolean): object {
  const { workingOn, city, stage, preferredStep, maxIntroductions, namedInAsks } = texts;
  const said = {
    crafts: listOf(texts.crafts),
    lookingFor: listOf(texts.lookingFor),
    canHelpWith: listOf(texts.canHelpWith),
    workingOn,
    city,
    stage: stage === '' ? null : stage,
    namedInAsks,
  };
  return {
    ...(own ? said : Object.fromEntries(Object.entries(said).filter(([, value]) => isSaid(value)))),
    ...(preferredStep !== '' && { preferredStep }),
    // The api takes a number; what is none is its fault to tell.
    ...(maxIntroductions !== '' && { maxIntroductions: numberIn(maxIntroductions) }),
    known: linesOf(texts.known),
  };
}

const isSaid = (value: unknown): boolean =>
  value === true ||
  (typeof value === 'string' && value.trim() !== '') ||
  (Array.isArray(value) && value.length > 0);

const numberIn = (text: string): unknown => (/^\d$/.test(text) ? Number(text) : text);

export const listOf = (text: string): string[] => piecesOf(text, /[,;\r\n]/);

const linesOf = (text: string): string[] => piecesOf(text, /\r?\n/);

const piecesOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** On paper a list is one line with commas, so that is how its fault is said; undefined: as the api says it. */
export function listFault(field: string, texts: ProfileTexts): string | undefined {
  if (lists.some((list) => list === field)) {
    return listOf(texts[field as (typeof lists)[number]]).length > 3 ? words.pages.rsvp.tooMany : undefined;
  }
  if (field !== 'known') return undefined;
  const { tooMany, tooLong } = sentences.knownFault;
  return linesOf(texts.known).length > 20 ? tooMany : tooLong;
}

/** What somebody says of themself, to be read. */
export function saidOf(profile: Partial<Profile>): Answer[] {
  const { crafts = [], workingOn = '', lookingFor = [], canHelpWith = [], city, stage } = profile;
  const { maxIntroductions: most, preferredStep: step } = profile;
  const said: [string, string][] = [
    [sentences.crafts, crafts.join(', ')],
    [sentences.workingOn, workingOn],
    [sentences.lookingFor, lookingFor.join(', ')],
    [sentences.canHelpWith, canHelpWith.join(', ')],
    [sentences.maxIntroductions, most === undefined ? '' : sentences.most[most as 0 | 1 | 2 | 3]],
    [sentences.preferredStep, step === undefined ? '' : sentences.step[step]],
    [sentences.stage, stage == null ? '' : sentences.stages[stage]],
    [sentences.city, city ?? ''],
  ];
  return said.filter(([, answer]) => answer !== '').map(([question, answer]) => ({ question, answer }));
}
