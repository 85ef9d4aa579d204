import { type Ground, openGround, playHistory } from './histories.ts';

describe('many people at one evening at once', () => {
  let ground: Ground | undefined;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground?.stop());

  it.each([1, 2, 3])(
    'never leave it in a state that the table of transitions does not lead to (seed %i)',
    async (seed) => {
      const { steps, faults, answers } = await playHistory(ground, {
        seed,
        operations: 300,
        clients: 16,
        kill: false,
      });
      console.log(
        steps.length,
        [...answers]
          .sort()
          .map(([k, v]) => `${k}: ${v}`)
          .join('\n'),
      );
      expect(faults).toEqual([]);
      expect(steps.length).toBeGreaterThan(50);
    },
  );
});
