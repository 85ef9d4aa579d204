import { DomainError, type ErrorCode } from '../errors.ts';
import { Mixer } from './mixer.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 9, 20, 2, minute));
const ids = { id: 'm', organizationId: 'o', eventId: 'e', format: 'tables', createdAt: at(0) } as const;
const mixer = (): Mixer => Mixer.of(ids);
const code = (expected: ErrorCode): DomainError => new DomainError(expected);

describe('small tables', () => {
  it('are seated, held round by round and over', () => {
    const one = mixer();
    one.seat(4, 7, at(1));
    expect(one).toMatchObject({ state: 'seated', tables: 4, seed: 7, round: 0, firstOpen: 1, version: 2 });
    one.next(at(5));
    expect(one).toMatchObject({ state: 'running', round: 1, roundStartedAt: at(5), firstOpen: 1 });
    one.next(at(50));
    expect(one).toMatchObject({ round: 2, roundStarts: [at(5), at(50)], firstOpen: 2 });
    one.next(at(95));
    expect(one).toMatchObject({ state: 'ended', round: 2, endedAt: at(95), version: 5 });
    expect(() => {
      one.next(at(96));
    }).toThrow(code('mixer-over'));
  });

  it('go back one step at a time, to where they were', () => {
    const one = mixer();
    one.seat(4, 1, at(1));
    for (const minute of [5, 50, 95]) one.next(at(minute));
    one.back();
    expect(one).toMatchObject({ state: 'running', round: 2, endedAt: null, roundStartedAt: at(50) });
    one.back();
    expect(one).toMatchObject({ round: 1, roundStarts: [at(5)], roundStartedAt: at(5) });
    one.back();
    expect(one).toMatchObject({ state: 'seated', round: 0, roundStarts: [], roundStartedAt: null });
    expect(() => {
      one.back();
    }).toThrow(code('mixer-not-running'));
  });

  it('are neither drawn nor cleared once a round has begun, and not begun before they are drawn', () => {
    const one = mixer();
    expect(() => {
      one.next(at(1));
    }).toThrow(code('mixer-not-seated'));
    one.seat(4, 1, at(1));
    one.next(at(2));
    expect(() => {
      one.seat(4, 2, at(3));
    }).toThrow(code('mixer-running'));
    expect(() => {
      one.clear();
    }).toThrow(code('mixer-running'));
  });

  it('change until they are drawn; how long a round takes until the end', () => {
    const one = mixer();
    const settings = { rounds: 3, seats: 4, minutes: 45, employersApart: false };
    one.change(settings);
    expect(one).toMatchObject(settings);
    one.seat(4, 1, at(1));
    expect(() => {
      one.change({ ...settings, seats: 5 });
    }).toThrow(code('mixer-seated'));
    one.change({ ...settings, minutes: 60 });
    expect(one.minutes).toBe(60);
    for (const minute of [5, 50, 95, 140]) one.next(at(minute));
    expect(() => {
      one.change(settings);
    }).toThrow(code('mixer-over'));
  });
});
