import { type Ground, openGround, playHistory } from './histories.ts';

// The long version is npm run test:histories. Two processes start, and one of them twice.
const patience = 90_000;

describe('many people at two evenings at once, one process of the api killed in the middle', () => {
  let ground: Ground | undefined;
  beforeAll(async () => {
    ground = await openGround();
  }, patience);
  afterAll(() => ground?.stop());

  it(
    'do only what the table of transitions allows, and leave what it says',
    async () => {
      const evenings = [1, 2].map((seed) =>
        playHistory(ground!, { seed, operations: 300, clients: 16, kill: true }),
      );
      for (const { seed, steps, faults } of await Promise.all(evenings)) {
        expect({ seed, faults }).toEqual({ seed, faults: [] });
        expect(steps.length).toBeGreaterThan(50);
      }
    },
    patience,
  );
});
