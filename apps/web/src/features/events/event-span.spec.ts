import { learnParts, speaking } from '#libs/words';
import { spanOf } from './event-span.ts';

const evening = ['2026-10-20T01:00:00Z', '2026-10-20T04:00:00Z', 'America/Los_Angeles'] as const;
const overMidnight = ['2026-10-20T01:00:00Z', '2026-10-20T08:00:00Z', 'America/Los_Angeles'] as const;

beforeAll(async () => {
  await learnParts('de', ['app']);
  await learnParts('es', ['app']);
});

it('an evening is told in the zone of the event, by name', () => {
  expect(spanOf(...evening)).toBe('Monday 19 October 2026, 18:00 to 21:00, Los Angeles time (PDT)');
  expect(spanOf(...overMidnight)).toBe(
    'Monday 19 October 2026, 18:00 to Tuesday 20 October 2026, 01:00, Los Angeles time (PDT)',
  );
});

it('is told as each language says it, with its own commas', () => {
  expect(speaking('de', () => spanOf(...evening))).toBe(
    'Montag, 19. Oktober 2026, 18:00 bis 21:00, Ortszeit Los Angeles (PDT)',
  );
  expect(speaking('es', () => spanOf(...evening))).toBe(
    'lunes, 19 de octubre de 2026, de 18:00 a 21:00, hora de Los Angeles (PDT)',
  );
});
