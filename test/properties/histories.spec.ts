import { type Ground, openGround, playHistory } from './histories.ts';

// The long version is npm run test:histories. Two processes start, and one of them twice.
const patience = 90_000;

describe('many people at one evening at once', () => {
  let ground: Ground | undefined;
  beforeAll(async () => {
    ground = await openGround();
  }, patience);
  afterAll(() => ground?.stop());

  it.each([
    { seed: 1, kill: true, also: ', one process of the api killed in the middle' },
    { seed: 2, kill: false, also: '' },
  ])(
    'do only what the table of transitions allows, and leave what it says (seed $seed$also)',
    async ({ seed, kill }) => {
      const { steps, faults } = await playHistory(ground!, { seed, operations: 250, clients: 16, kill });
      expect(faults).toEqual([]);
      expect(steps.length).toBeGreaterThan(50);
    },
    patience,
  );
});
