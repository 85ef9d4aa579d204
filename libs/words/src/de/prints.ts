import type { prints as english } from '../en/prints.ts';
import type { InOtherWords } from '../speech.ts';

const listed = new Intl.ListFormat('de-DE');

export const prints: InOtherWords<typeof english> = {
  badges: (event: string) => `Namensschilder für „${event}“`,
  tables: (event: string) => `Tischkarten für „${event}“`,
  byHand: (code: string) => `Schreib den Namen von Hand. Er steht auf der Gästeliste, Code ${code}.`,
  head: (event: string, round: number, rounds: number) =>
    rounds === 1 ? event : `${event} · Runde ${String(round)} von ${String(rounds)}`,
  table: 'Tisch',
  topic: (topic: string) => `Zum Einstieg: ${topic}`,
  people: (names: readonly string[], others: number) => {
    if (names.length === 0) return others === 1 ? '1 Person' : `${String(others)} Personen`;
    if (others === 0) return listed.format(names);
    return `${names.join(', ')} und ${others === 1 ? '1 weitere Person' : `${String(others)} weitere`}`;
  },
  nothingDrawn: 'Noch sind keine Tische ausgelost.',
};
