/**
 * What moves one person's yes, in log odds: the one table of it (introductions.md, Matching). Fixed until 200 asks are
 * answered; what an installation learns then is a table of the same names. Before there were answers to learn from, the
 * sizes were set so that chances come out as hosts would guess them, each beside `anyone`:
 */
export const fixedWeights = {
  /** A stranger without any argument says yes 1 time in 4. */
  anyone: -1.2,
  /** One who finds what they look for says yes 3 times in 4; the second and third need add less (`rankWorth`). */
  needMet: 2.2,
  /** Giving moves less than half as much as getting, but people like to be asked: 2 in 5. */
  canGive: 0.9,
  /** Two shared topics: 2 in 5; one or three a little less. */
  overlap: 0.8,
  /** They wondered about the same thing that evening: between a place in common and two topics. */
  sameQuestion: 0.6,
  /** They have seen each other and can begin with that; what they said there is not known. */
  sameTable: 0.5,
  /** The strongest thing people did rather than declared: half of it for the critic, who has at least heard the work. */
  usefulCritique: 1.4,
  /** Stages at most one step apart: declared traits predict little (AUC 0.58), so they nudge only. */
  peers: 0.4,
  /** The same city: as much as peers; it makes a coffee possible and nothing else. */
  place: 0.4,
  /** One to three people in common vouch for somebody; with more, the two would have met if they wanted to. */
  mutualContacts: 0.5,
  /** Same craft, niche and city takes back two shared topics and a little more. */
  rival: -1,
  /** Who asked to meet somebody says yes 4 times in 7 without any other argument, and rarely no beside one. */
  wish: 1.5,
  /** One for one: the leaning is in log odds already, from −1 to 1. */
  answerRate: 1,
} as const;

export type Weights = Readonly<Record<keyof typeof fixedWeights, number>>;

/**
 * The same weights without all that was told or done in private. A host reads bands: a pair that is strong for a wish
 * alone would tell it.
 */
export function withoutSecrets(weights: Weights): Weights {
  return { ...weights, sameQuestion: 0, usefulCritique: 0, mutualContacts: 0, wish: 0, answerRate: 0 };
}
