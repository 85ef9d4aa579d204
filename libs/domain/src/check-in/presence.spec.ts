import {
  type Scan,
  type ScanKind,
  type ScanOutcome,
  outcomeOf,
  presenceOf,
  scanTime,
  wasOpen,
} from './presence.ts';

const at = (minute: number): Date => new Date(Date.parse('2026-10-19T18:00:00Z') + minute * 60_000);
let nonces = 0;
const scan = (kind: ScanKind, minute: number, outcome: ScanOutcome = 'ok'): Scan => ({
  nonce: String((nonces += 1)),
  kind,
  scannedAt: at(minute),
  outcome,
});
const cameAt = (scans: Scan[], status: 'confirmed' | 'waitlisted' | 'cancelled' = 'confirmed') =>
  presenceOf(scans, status).since?.scannedAt ?? null;

describe('when somebody came', () => {
  it('is their first scan, in whatever order scans arrive', () => {
    const [late, early] = [scan('in', 9), scan('in', 4)];
    expect(cameAt([late, early])).toEqual(at(4));
    expect(cameAt([early, late])).toEqual(at(4));
  });

  it('is the first scan after the last undo, and nothing when none came after it', () => {
    const before = scan('in', 4);
    const undo = scan('undo', 6, 'undone');
    expect(cameAt([before, undo])).toBeNull();
    expect(cameAt([undo, scan('in', 12), before, scan('in', 10)])).toEqual(at(10));
  });

  it('is not told by a check-in of the very moment of an undo', () => {
    expect(cameAt([scan('in', 6), scan('undo', 6, 'undone')])).toBeNull();
  });

  it('is nothing for somebody who was refused, and their first try once they are let in', () => {
    const refused = scan('in', 3, 'not-confirmed');
    expect(cameAt([refused], 'waitlisted')).toBeNull();
    expect(cameAt([refused, scan('let-in', 8)])).toEqual(at(3));
  });

  it('stays when their RSVP is cancelled afterwards, and a refused scan takes nothing away', () => {
    expect(cameAt([scan('in', 3), scan('in', 8, 'cancelled')], 'cancelled')).toEqual(at(3));
  });
});

describe('what a scan comes to', () => {
  const nowhere = { isIn: false, undoneAt: null };
  const inside = { isIn: true, undoneAt: null };
  const out = { isIn: false, undoneAt: at(7) };

  it('is ok once, and already for whoever arrives after it, even with an earlier time', () => {
    expect(outcomeOf(scan('in', 5), nowhere, 'confirmed')).toBe('ok');
    expect(outcomeOf(scan('in', 9), inside, 'confirmed')).toBe('already');
    expect(outcomeOf(scan('in', 2), inside, 'confirmed')).toBe('already');
  });

  it('is ok again after an undo, and undone for a scan of before it', () => {
    expect(outcomeOf(scan('in', 8), out, 'confirmed')).toBe('ok');
    expect(outcomeOf(scan('in', 6), out, 'confirmed')).toBe('undone');
    expect(outcomeOf(scan('undo', 6), nowhere, 'confirmed')).toBe('undone');
  });

  it('refuses whoever is not going, by what they are, unless they are inside already', () => {
    expect(outcomeOf(scan('in', 5), nowhere, 'waitlisted')).toBe('not-confirmed');
    expect(outcomeOf(scan('in', 5), nowhere, 'cancelled')).toBe('cancelled');
    expect(outcomeOf(scan('in', 8), inside, 'cancelled')).toBe('already');
  });
});

describe('the time of a scan', () => {
  it('is that of the phone, between 12 hours before the start and now', () => {
    const [start, now] = [at(0), at(90)];
    expect(scanTime(at(30), start, now)).toEqual(at(30));
    expect(scanTime(at(100), start, now)).toEqual(now);
    expect(scanTime(at(-10_000), start, now)).toEqual(at(-720));
  });

  it('is of an open door from 12 hours before the start to its end', () => {
    const open = [-721, -720, 30, 539, 540].map((minute) => wasOpen(at(minute), at(0), at(540)));
    expect(open).toEqual([false, true, true, true, false]);
  });
});
