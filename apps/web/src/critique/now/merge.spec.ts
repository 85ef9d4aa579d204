import { type Parts, changed, merge, mostMarks, noWords } from './merge.ts';

const parts = (given: Partial<Parts>): Parts => ({ ...noWords, ...given });

describe('words that two windows typed', () => {
  it('are brought together part by part', () => {
    const base = parts({ meaning: 'It moved', answer: 'At the end' });
    const { parts: merged, doubled } = merge(
      base,
      parts({ meaning: 'It moved me', answer: 'At the end' }),
      parts({ meaning: 'It moved', answer: 'In the bridge', neutralQuestion: 'Why that chord?' }),
    );
    expect(merged).toEqual(
      parts({ meaning: 'It moved me', answer: 'In the bridge', neutralQuestion: 'Why that chord?' }),
    );
    expect(doubled).toEqual({});
  });

  it('stand side by side where both changed the same part', () => {
    const { parts: merged, doubled } = merge(
      noWords,
      parts({ meaning: 'A door closing' }),
      parts({ meaning: 'The sea' }),
    );
    expect([merged.meaning, doubled]).toEqual(['A door closing', { meaning: 'The sea' }]);
  });

  it('are the longer ones where one goes on where the other stops', () => {
    const short = parts({ meaning: 'A door' });
    const long = parts({ meaning: 'A door closing' });
    expect(merge(noWords, short, long)).toEqual({ parts: long, doubled: {} });
    expect(merge(noWords, long, short)).toEqual({ parts: long, doubled: {} });
  });

  it('stay taken out when only this window took them out', () => {
    const base = parts({ meaning: 'A door closing' });
    expect(merge(base, parts({ meaning: 'A door' }), base).parts.meaning).toBe('A door');
    expect(merge(base, noWords, base).parts.meaning).toBe('');
  });

  it('keep the marks of both, less those that either took away', () => {
    const [one, two, three, four] = [1, 2, 3, 4].map((at) => ({ at, text: `mark ${at}` }));
    const { marks } = merge(
      parts({ marks: [one!, two!] }),
      parts({ marks: [one!, two!, four!] }),
      parts({ marks: [two!, three!] }),
    ).parts;
    expect(marks).toEqual([two, three, four]);
  });

  it('never have more marks than fit', () => {
    const many = (from: number) => Array.from({ length: 40 }, (_, at) => ({ at: from + at, text: '' }));
    expect(merge(noWords, parts({ marks: many(0) }), parts({ marks: many(100) })).parts.marks).toHaveLength(
      mostMarks,
    );
  });
});

describe('what is sent', () => {
  it('is what differs from what the server has, marks in the order of the work', () => {
    const marks = [
      { at: 5, text: 'five' },
      { at: 1, text: 'one' },
    ];
    expect(changed(parts({ meaning: 'a' }), parts({ meaning: 'b', marks }))).toEqual({
      meaning: 'b',
      marks: marks.toReversed(),
    });
    expect(changed(parts({ marks: marks.toReversed() }), parts({ marks }))).toEqual({});
  });
});
