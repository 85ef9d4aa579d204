import { mailKinds } from '#libs/mail';
import { patienceSeconds, waitSeconds } from './retries.ts';

const minutes = (attempts: number, chance: number): number => waitSeconds(attempts, chance) / 60;

describe('a mail that was refused for now', () => {
  it('is tried again after 1, 5, 15, 60 and 180 minutes, and every 180 from there', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((attempts) => minutes(attempts, 0.5))).toEqual([
      1, 5, 15, 60, 180, 180, 180,
    ]);
  });

  it('comes back a fifth sooner or later, so that all that was refused at once does not come back at once', () => {
    expect(minutes(2, 0)).toBe(4);
    expect(minutes(2, 1)).toBe(6);
  });

  it('is tried for a day, and a code to sign in for ten minutes', () => {
    const impatient = mailKinds.filter((kind) => patienceSeconds(kind) !== 86_400);
    expect(impatient).toEqual(['sign-in']);
    expect(patienceSeconds('sign-in')).toBe(600);
  });
});
