import { type QueuedWork, orderOf } from './order.ts';

const work = (id: string, given: Partial<QueuedWork> = {}): QueuedWork => ({
  id,
  waitingSince: null,
  wasHeard: false,
  ...given,
});
const ids = (works: readonly QueuedWork[]): string[] => works.map(({ id }) => id);

describe('the order in which works are heard', () => {
  it('puts who waited longest first, then who was never heard', () => {
    const ordered = orderOf(
      [
        work('heard before', { wasHeard: true }),
        work('new'),
        work('waits since June', { waitingSince: new Date('2026-06-01'), wasHeard: true }),
        work('waits since May', { waitingSince: new Date('2026-05-01') }),
      ],
      1,
    );
    expect(ids(ordered)).toEqual(['waits since May', 'waits since June', 'new', 'heard before']);
  });

  it('draws lots among equals: the same for one seed in any order of arrival, others for another', () => {
    const works = Array.from({ length: 12 }, (_, at) => work(`work ${String(at)}`));
    const drawn = ids(orderOf(works, 7));
    expect(ids(orderOf([...works].reverse(), 7))).toEqual(drawn);
    expect(ids(orderOf(works, 8))).not.toEqual(drawn);
    expect([...drawn].sort()).toEqual(ids(works).sort());
  });
});
