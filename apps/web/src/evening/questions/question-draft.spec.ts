import { faultOf, leftOf, oneLine } from './question-draft.ts';

describe('a question that is being typed', () => {
  it('is sent as one line', () => {
    expect(oneLine('  How do you\nrecord \t snow? ')).toBe('How do you record snow?');
  });

  it('has 300 characters at most, and at least one', () => {
    expect(leftOf('')).toBe(300);
    expect(leftOf(` ${'a'.repeat(300)}\n`)).toBe(0);
    expect(faultOf('a'.repeat(300))).toBeNull();
    expect(faultOf('a'.repeat(301))).toBe('tooLong');
    expect(faultOf(' \n ')).toBe('empty');
  });
});
