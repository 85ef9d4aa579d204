import * as fc from 'fast-check';
import { DomainError } from '../errors.ts';
import { Synonyms, readSynonyms, synonymBounds, synonymsTaken } from './synonyms.ts';

const plain = (typed: readonly string[]): string[] => readSynonyms(typed).map(({ word }) => word);

describe('a row of words that mean the same', () => {
  it('has its white space in order and no word twice', () => {
    expect(plain([' best   boy', 'Best boy', 'first assistant', 'BEST BOY'])).toEqual([
      'best boy',
      'first assistant',
    ]);
  });

  it('may hold a word in two forms beside another', () => {
    expect(plain(['vocal', 'vocals', 'voice'])).toEqual(['vocal', 'vocals', 'voice']);
  });

  it('names every word that cannot stand at once', () => {
    const refused = () => readSynonyms(['a, b', 'x'.repeat(41), '—', 'fine']);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'wrong-shape',
        shapes: ['/words/0', '/words/1', '/words/2'].map((pointer) => expect.objectContaining({ pointer })),
      }),
    );
  });

  it('points at a word where it was typed, also after a repeat', () => {
    const rows = new Map([['gaffer', ['gaffer', 'sparks']]]);
    const { shapes } = synonymsTaken(readSynonyms(['grip', 'Grip', 'gaffer']), rows);
    expect(shapes.map(({ pointer }) => pointer)).toEqual(['/words/2']);
  });

  it('holds nothing the database would not keep, whatever is typed', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 45 }),
      fc.string({ unit: fc.constantFrom('ﷺ', 'İ', 'ß', '&', ' ', 's', '\uFE0F'), maxLength: 45 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: synonymBounds.most }), (typed) => {
        for (const { word: kept, form } of orNothing(() => readSynonyms(typed))) {
          expect(Array.from(kept).length).toBeLessThanOrEqual(synonymBounds.longest);
          expect([kept, form]).not.toContain('');
          expect(Array.from(form).length).toBeLessThanOrEqual(720);
        }
      }),
    );
  });

  it('changes only from the version one saw', () => {
    const row = Object.assign(new Synonyms(), { words: ['a', 'b'], version: 1 });
    row.change(['c', 'd'], 1);
    expect(row).toMatchObject({ words: ['c', 'd'], version: 2 });
    expect(() => {
      row.change(['e', 'f'], 1);
    }).toThrow(new DomainError('changed-meanwhile'));
  });
});

function orNothing<Item>(work: () => Item[]): Item[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
