import { Seen } from './seen.ts';

describe('a code in front of the camera', () => {
  it('is told once as long as it is held there', () => {
    const seen = new Seen();
    const told = [0, 120, 240, 1400, 2800].map((at) => seen.fresh(['AQ1.a'], at));
    expect(told).toEqual([['AQ1.a'], [], [], [], []]);
  });

  it('is told again after it was away for a while', () => {
    const seen = new Seen();
    seen.fresh(['AQ1.a'], 0);
    seen.fresh([], 1000);
    expect(seen.fresh(['AQ1.a'], 1501)).toEqual(['AQ1.a']);
  });

  it('is told apart from another one beside it', () => {
    const seen = new Seen();
    expect(seen.fresh(['AQ1.a', 'AQ1.a'], 0)).toEqual(['AQ1.a']);
    expect(seen.fresh(['AQ1.a', 'AQ1.b'], 120)).toEqual(['AQ1.b']);
  });
});
