import { playBatch } from './histories.ts';

// introductions.md as a model, and the product held against it after every step. The long version, ten thousand of them over
// a year each, is npm run test:introductions.

const patience = 180_000;

it(
  'many small worlds go as the model says: states, mails by the minute, the word of the host, and no rule is broken',
  async () => {
    const seeds = Array.from({ length: 48 }, (_, at) => at + 1);
    const { outcomes, seen, mishaps } = await playBatch(seeds, { months: 0 });
    expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
    // The control of the drawing: a run in which nobody was introduced would prove nothing.
    for (const kind of ['introduction-ask', 'introduction-reminder', 'introduction'])
      expect([kind, seen.get(`mail ${kind}`)]).toEqual([kind, expect.any(Number)]);
    expect(seen.get('block taken')).toBeGreaterThan(3);
    expect(mishaps.crashed + mishaps.repeated).toBeGreaterThan(5);
  },
  patience,
);

it(
  'a product that is wrong about one thing diverges: the control',
  async () => {
    const seeds = Array.from({ length: 8 }, (_, at) => at + 1);
    // As if every yes arrived as a no.
    const { outcomes } = await playBatch(seeds, { months: 0, forgetsYes: true });
    expect(outcomes.filter(({ faults }) => faults.length > 0).length).toBeGreaterThan(0);
  },
  patience,
);
