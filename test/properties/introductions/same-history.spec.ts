import { type Api, startApi } from '../../support/api.ts';
import { Random } from '../random.ts';
import { type Fate, type Telling, differences, drawStory, tellAll } from './same-history.ts';
import { freezeClock } from './worlds.ts';

// Never 1, over drawn histories: where only Y's answer differs, all that X, a third and the host can read is the same, byte
// for byte, at every step, until day 7 and after.

const patience = 180_000;
const fates: Fate[] = ['silence', 'no', 'yes, then no', 'block', 'opt-out', 'erasure', 'yes'];

let api: Api;
let groups: Telling[][];

beforeAll(async () => {
  api = await startApi();
  await freezeClock(api);
  groups = await tellAll(api, [drawStory(new Random(4))], fates);
}, patience);

afterAll(() => api.stop());

const told = (fate: Fate): Telling => groups[0]!.find((one) => one.fate === fate)!;

it.each(fates.filter((fate) => fate !== 'silence' && fate !== 'yes'))(
  'never 1: after %s everything reads as after silence',
  (fate) => {
    expect(differences(told('silence'), told(fate))).toEqual([]);
    // The truth does differ or ends alike by another way; without a question that left, nothing would be compared.
    expect(told(fate).seen.size).toBeGreaterThan(60);
    expect(told(fate).truth).toContain('asking');
  },
);

it('never 1: a yes shows in the end, to both and to the host: the control', () => {
  expect(told('yes').truth).toContain('introduced');
  const places = differences(told('silence'), told('yes')).map((line) => line.slice(0, line.indexOf(':')));
  expect(places.some((place) => place.includes('host board'))).toBe(true);
  expect(places.some((place) => place.includes('mail to 0'))).toBe(true);
});

it(
  'never 1: a board whose word were made of the truth would be seen: the control',
  async () => {
    const leaky = async (_: unknown, known: readonly string[], shown: string): Promise<string> => {
      const [row] = await api.database.sql<{ state: string }>(
        'select state from introductions where id = $1',
        [known[0]],
      );
      return row?.state === 'closed quietly' ? shown.replace('"asked"', '"did not happen"') : shown;
    };
    const [group] = await tellAll(api, [drawStory(new Random(4))], ['silence', 'no'], {
      board: leaky,
      firstNumber: 5000,
    });
    expect(differences(group![0]!, group![1]!)).not.toEqual([]);
  },
  patience,
);
