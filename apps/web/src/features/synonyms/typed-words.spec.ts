import { ProblemError } from '../../lib/problem.ts';
import { faultsOfWords, lineOf, nameOf, wordsIn } from './typed-words.ts';

describe('a row of words as one line', () => {
  it('has a word between every two commas that hold something', () => {
    expect(wordsIn(' gaffer,chief lighting  technician ,, sparks,')).toEqual([
      'gaffer',
      'chief lighting  technician',
      'sparks',
    ]);
    expect(wordsIn(' , ')).toEqual([]);
  });

  it('can be typed again as it stands', () => {
    const words = ['gaffer', 'chief lighting technician'];
    expect(wordsIn(lineOf(words))).toEqual(words);
  });

  it('is called by its first two words', () => {
    expect(nameOf(['gaffer', 'sparks'])).toBe('gaffer, sparks');
    expect(nameOf(['gaffer', 'sparks', 'light', 'lamp'])).toBe('gaffer, sparks and 2 more');
  });

  it('is told what is wrong with any of them, once', () => {
    const error = new ProblemError(409, {
      errors: [
        { pointer: '/words/0', detail: 'One.' },
        { pointer: '/words/3', detail: 'Other.' },
        { pointer: '/words', detail: 'One.' },
        { pointer: '/version', detail: 'Not about words.' },
      ],
    });
    expect(faultsOfWords(error)).toEqual(['One.', 'Other.']);
    expect(faultsOfWords(new Error('network'))).toEqual([]);
  });
});
