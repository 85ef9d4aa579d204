import { wordList } from '../en/reasons.ts';
import type { prints as english } from '../en/prints.ts';
import type { InOtherWords } from '../speech.ts';

export const prints: InOtherWords<typeof english> = {
  badges: (event: string) => `Acreditaciones de «${event}»`,
  tables: (event: string) => `Tarjetas de mesa de «${event}»`,
  byHand: (code: string) => `Escribe el nombre a mano. Está en la lista de asistentes, código ${code}.`,
  head: (event: string, round: number, rounds: number) =>
    rounds === 1 ? event : `${event} · Ronda ${String(round)} de ${String(rounds)}`,
  table: 'Mesa',
  topic: (topic: string) => `Para empezar: ${topic}`,
  people: (names: readonly string[], others: number) => {
    if (names.length === 0) return others === 1 ? '1 persona' : `${String(others)} personas`;
    return others === 0 ? wordList(names) : `${names.join(', ')} y ${String(others)} más`;
  },
  nothingDrawn: 'Todavía no se han sorteado las mesas.',
};
