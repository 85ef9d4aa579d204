import { preferredLanguage } from './languages.ts';
import { learn, speak, speaking, spoken, spokenLocale } from './speech.ts';

const english = {
  title: 'Guests',
  count: (guests: number) => (guests === 1 ? '1 guest' : `${String(guests)} guests`),
  states: { going: 'Going', waiting: 'Waiting' },
  steps: ['Write', 'Read'],
} as const;
const page = spoken('page', english);
const { states } = page;

beforeAll(() => {
  learn('de', {
    page: {
      title: 'Gäste',
      count: (guests: number) => (guests === 1 ? '1 Gast' : `${String(guests)} Gäste`),
      states: { going: 'Kommt', waiting: 'Wartet' },
      steps: ['Schreiben', 'Lesen'],
    },
  });
});

afterEach(() => {
  speak('en');
});

it('a sentence is in the language that is spoken when it is read', () => {
  expect(page.title).toBe('Guests');
  expect(speaking('de', () => page.title)).toBe('Gäste');
  expect(page.title).toBe('Guests');
});

it('a sentence with values, a group kept in a constant, and a list follow it too', () => {
  const said = speaking('de', () => [page.count(1), page.count(3), states.going, ...page.steps]);
  expect(said).toEqual(['1 Gast', '3 Gäste', 'Kommt', 'Schreiben', 'Lesen']);
  expect(speaking('de', () => Object.entries(states))).toEqual([
    ['going', 'Kommt'],
    ['waiting', 'Wartet'],
  ]);
  expect(Object.values(states)).toEqual(['Going', 'Waiting']);
});

it('what one reader is told does not stay for the next, also when telling it failed', () => {
  expect(() =>
    speaking('de', () => {
      throw new Error('no such page');
    }),
  ).toThrow('no such page');
  expect(page.title).toBe('Guests');
  expect(spokenLocale()).toBe('en-GB');
});

it('a language within another ends with its own part', () => {
  expect(speaking('de', () => [speaking('en', () => page.title), page.title])).toEqual(['Guests', 'Gäste']);
});

it('a part that a language has not learned is said in English', () => {
  expect(speaking('es', () => page.title)).toBe('Guests');
});

it.each([
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['fr, es;q=0.8, en;q=0.9', 'en'],
  ['ES-mx', 'es'],
  ['de;q=0, es;q=0.1', 'es'],
  ['fr-CH, it', null],
  ['', null],
  [undefined, null],
  ['constructor', null],
])('a reader who asks for %s reads the first of ours: %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

it('a header without end is not read to its end', () => {
  expect(preferredLanguage(`${',;q='.repeat(50_000)}de`)).toBeNull();
});
