import { counting } from './counting.ts';

it('a number of things is said in the figures and the form of its language', () => {
  const { counted } = counting('de-DE', ['one', 'other']);
  expect([0, 1, 2, 1200].map((guests) => counted(guests, 'Gast', 'Gäste'))).toEqual([
    '0 Gäste',
    '1 Gast',
    '2 Gäste',
    '1.200 Gäste',
  ]);
});

it('a language with more forms gives more words, and gets the one its rules choose', () => {
  const { counted } = counting('pl', ['one', 'few', 'many', 'other']);
  const guests = (count: number) => counted(count, 'gość', 'goście', 'gości', 'gościa');
  expect([1, 2, 5, 12, 22, 25, 1.5].map(guests)).toEqual([
    '1 gość',
    '2 goście',
    '5 gości',
    '12 gości',
    '22 goście',
    '25 gości',
    '1,5 gościa',
  ]);
});

it('a form that a language does not tell apart here is the one for everything else', () => {
  const { counted } = counting('es-ES', ['one', 'other']);
  expect(new Intl.PluralRules('es-ES').select(1_000_000)).toBe('many');
  expect(counted(1_000_000, 'persona', 'personas')).toBe('1.000.000 personas');
});
