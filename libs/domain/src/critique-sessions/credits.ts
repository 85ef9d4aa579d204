/** "Give to get" (critique.md, rule 4): credits are earned by critiques or given by a host, and never for sale. */
export const critiqueCredits = {
  /** What everybody begins with in an organization. */
  start: 3,
  /** What bringing a work takes. */
  work: 3,
  /** What an assigned critique that counts gives. */
  critique: 1,
  /** The most a host gives or takes at once. */
  mostAtOnce: 20,
} as const;
