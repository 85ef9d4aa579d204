import { clockAfter, minutesTo } from './evening-clock.ts';

const evening = { startsAt: '2026-10-20T01:00:00.000Z', timeZone: 'America/Los_Angeles', near: null };

describe('a time on the clocks of the evening', () => {
  it.each([
    ['18:00', 0],
    ['19:30', 90],
    ['17:30', -30],
    ['01:15', 435],
    ['13:59', 1199],
  ])('%s is %i minutes after its start', (clock, minutes) => {
    expect(minutesTo(clock, evening)).toBe(minutes);
    expect(clockAfter(evening.startsAt, evening.timeZone, minutes)).toBe(clock);
  });

  it('stays on its day when it had one', () => {
    expect(minutesTo('19:00', { ...evening, near: 1440 })).toBe(1500);
  });

  it('is right in a night in which the clocks change', () => {
    const night = { startsAt: '2026-10-24T22:00:00.000Z', timeZone: 'Europe/Berlin', near: null };
    expect(clockAfter(night.startsAt, night.timeZone, 300)).toBe('04:00');
    expect(minutesTo('04:00', night)).toBe(300);
  });

  it('is none where nothing can be read', () => {
    for (const clock of ['', '7', '25:00', '12:60', 'noon']) expect(minutesTo(clock, evening)).toBeNull();
  });
});
