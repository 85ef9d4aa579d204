/** Sentences that are written into rows and known again there, so they are the same in every language. */
export const stored = {
  /** The name of a person who was erased, wherever others still see a row of theirs. */
  somebodyWhoLeft: 'Somebody who left',
  /** The title of a work whose only author was erased. */
  workOfSomebodyWhoLeft: 'A work of somebody who left',
  /** The name of a guest on an imported list that names nobody. */
  nameNotGiven: 'Name not given',
} as const;
