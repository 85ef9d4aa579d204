import { foundIn } from './found.ts';

const people = ['Ada', 'Łukasz Żółć', 'Ömer Çelik'].map((name) => ({ attendeeId: name, name }));
const of = (typed: string, taken: string[] = []) =>
  foundIn(
    {
      people,
      asked: [],
      mine: taken.map((name) => ({ attendeeId: name, name, state: 'waiting', contact: null, at: '' })),
    },
    typed,
  ).map(({ name }) => name);

describe('names to tap', () => {
  it('are found by any part, without accents or capitals', () => {
    expect(of('')).toHaveLength(3);
    expect(of('zolc')).toEqual(['Łukasz Żółć']);
    expect(of('LUKA')).toEqual(['Łukasz Żółć']);
    expect(of(' omer ')).toEqual(['Ömer Çelik']);
    expect(of('nobody')).toEqual([]);
  });

  it('are not there once they are on my list', () => {
    expect(of('', ['Ada'])).toEqual(['Łukasz Żółć', 'Ömer Çelik']);
  });
});
