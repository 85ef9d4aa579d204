import { words } from '#libs/words';

export const critiqueTemplates = ['songwriting', 'mix', 'film', 'written'] as const;
export type CritiqueTemplate = (typeof critiqueTemplates)[number];

export const speakers = ['author', 'critics', 'nobody', 'everybody'] as const;
export type Speaker = (typeof speakers)[number];

/** A stretch of a slot. */
export interface Phase {
  /** Stable within the slot: "listen". What a critic's phone asks for goes by it. */
  key: string;
  label: string;
  seconds: number;
  speaks: Speaker;
}

/** What a slot may be made of, in phases and in seconds. */
export const slotBounds = { phases: 12, shortest: 3 * 60, longest: 90 * 60, shortestPhase: 10 } as const;

type UsualPhase = keyof typeof words.critiqueTemplates.phases;

const usual: readonly (readonly [UsualPhase, number, Speaker])[] = [
  ['set-up', 60, 'author'],
  ['listen', 240, 'nobody'],
  ['write', 120, 'nobody'],
  ['meaning', 180, 'critics'],
  ['author-asks', 240, 'author'],
  ['neutral-questions', 180, 'critics'],
  ['opinions', 120, 'critics'],
  ['one-thing', 60, 'author'],
];

/** Where a template leaves the usual slot of critique.md: a mix is heard for longer, a scene for longer still. */
const minutes: Record<CritiqueTemplate, Partial<Record<UsualPhase, number>>> = {
  songwriting: {},
  mix: { listen: 6, meaning: 2, opinions: 3 },
  film: { 'set-up': 2, listen: 8, write: 3, opinions: 3 },
  written: {},
};

/** The phases that a template begins with; a session whose critics write at home has no slots, and so none. */
export function phasesOf(template: CritiqueTemplate): Phase[] {
  if (template === 'written') return [];
  return usual.map(([key, seconds, speaks]) => ({
    key,
    label: words.critiqueTemplates.phases[key],
    seconds: (minutes[template][key] ?? seconds / 60) * 60,
    speaks,
  }));
}

export const titleOf = (template: CritiqueTemplate): string => words.critiqueTemplates.titles[template];

export const slotSeconds = (phases: readonly Phase[]): number =>
  phases.reduce((sum, { seconds }) => sum + seconds, 0);

/** Whether a slot of these phases can be run: 1 to 12 of them, each known by its own key, 3 to 90 minutes together. */
export function areRunnable(phases: readonly Phase[]): boolean {
  const length = slotSeconds(phases);
  return (
    phases.length >= 1 &&
    phases.length <= slotBounds.phases &&
    new Set(phases.map(({ key }) => key)).size === phases.length &&
    phases.every(({ seconds }) => seconds >= slotBounds.shortestPhase) &&
    length >= slotBounds.shortest &&
    length <= slotBounds.longest
  );
}
