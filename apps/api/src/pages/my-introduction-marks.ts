import type { Outcome } from '#libs/domain';
import { words } from '#libs/words';

/** A mark as links and forms name it. */
export const marks = ['talked', 'met', 'working-together'] as const;
export type Mark = (typeof marks)[number];

const outcomes: Record<Mark, Outcome> = {
  talked: 'talked',
  met: 'met',
  'working-together': 'working together',
};

export const outcomeOf = (mark: Mark): Outcome => outcomes[mark];
export const markOf = (outcome: Outcome | null): Mark | null =>
  marks.find((mark) => outcomes[mark] === outcome) ?? null;

/** What a link or a form named, spelled either way; null: no mark. */
export const toMark = (text: unknown): Mark | null =>
  marks.find((mark) => mark === text || outcomes[mark] === text) ?? null;

/** What a form says about one introduction, and what a page says was saved. */
export type SavedAct = keyof typeof words.myIntroductions.saved;
const toSaved = (text: unknown): SavedAct | null =>
  typeof text === 'string' && Object.hasOwn(words.myIntroductions.saved, text) ? (text as SavedAct) : null;

/** What was saved a moment ago: about which introduction, and the mark that stood before. */
export interface JustSaved {
  act: SavedAct;
  introduction: unknown;
  was: Mark | 'none' | null;
}

/** As the query of a page says it; undefined: nothing. */
export function justSaved({ saved, introduction, was }: Record<string, unknown>): JustSaved | undefined {
  const act = toSaved(saved);
  return act === null ? undefined : { act, introduction, was: was === 'none' ? was : toMark(was) };
}

/** What the link of a follow-up may choose; nothing is saved before the button is pressed. */
const linkable = [...marks, 'glad', 'later', 'stop'] as const;
export type Linkable = (typeof linkable)[number];
export const toLinkable = (text: unknown): Linkable | null =>
  toMark(text) ?? linkable.find((one) => one === text) ?? null;
