import { wordList } from './reasons.ts';

/** What is printed before the doors open. */
export const prints = {
  badges: (event: string) => `Badges for “${event}”`,
  tables: (event: string) => `Table cards for “${event}”`,
  byHand: (code: string) => `Write the name by hand. It is on the guest list, code ${code}.`,
  head: (event: string, round: number, rounds: number) =>
    rounds === 1 ? event : `${event} · Round ${String(round)} of ${String(rounds)}`,
  table: 'Table',
  topic: (topic: string) => `To begin with: ${topic}`,
  people: (names: readonly string[], others: number) => {
    if (names.length === 0) return others === 1 ? '1 person' : `${String(others)} people`;
    return others === 0 ? wordList(names) : `${names.join(', ')} and ${String(others)} more`;
  },
  nothingDrawn: 'No tables are drawn yet.',
} as const;
