import { localOf } from './time.ts';
import { Event, type EventDetails } from './event.ts';

const zone = 'America/Los_Angeles';
const details: EventDetails = {
  title: 'Sound after the cut',
  description: '',
  place: 'Arts District',
  city: 'Los Angeles',
  privatePlace: null,
  timeZone: zone,
  startsLocal: '2026-10-23T18:00',
  endsLocal: '2026-10-23T21:00',
};
const before = new Date('2026-10-01T12:00:00Z');
const planned = ({ morningAt, digestAt, timeZone }: Event): (string | null)[] =>
  [morningAt, digestAt].map((moment) => (moment === null ? null : localOf(moment, timeZone)));
const evening = (): Event => Event.draft('e1', 'o1', 'sound', details, before);

describe('the morning after an evening', () => {
  it('is planned with it, and the digest for the working day after', () => {
    expect(planned(evening())).toEqual(['2026-10-26T09:00', '2026-10-27T09:00']);
  });

  it('moves when the evening moves, and keeps its hour in another zone', () => {
    const event = evening();
    event.describe({ ...details, startsLocal: '2026-10-20T18:00', endsLocal: '2026-10-20T21:00' }, before);
    expect(planned(event)).toEqual(['2026-10-21T09:00', '2026-10-22T09:00']);
    event.describe({ ...details, timeZone: 'Asia/Kolkata' }, before);
    expect(planned(event)).toEqual(['2026-10-26T09:00', '2026-10-27T09:00']);
  });

  it('does not come again when an evening that is over gets other words', () => {
    const event = evening();
    event.morningAt = null;
    event.describe({ ...details, title: 'What came of it' }, new Date('2026-10-26T18:00:00Z'));
    expect(event.morningAt).toBeNull();
  });

  it('is not planned for an evening that is entered long after it took place', () => {
    const event = Event.draft('e1', 'o1', 'sound', details, new Date('2026-11-20T12:00:00Z'));
    expect(planned(event)).toEqual([null, null]);
  });

  it('gives a late list a day of its own for the digest, whatever failed before', () => {
    const event = evening();
    const failed = new Date('2026-10-27T16:00:00Z');
    expect(event.failDigest(failed)).toBe(true);
    expect(event.failDigest(new Date('2026-10-28T15:59:59Z'))).toBe(true);
    expect(event.failDigest(new Date('2026-10-28T16:00:00Z'))).toBe(false);
    Object.assign(event, { morningAt: null, digestAt: null });
    event.planLateMornings({ unwritten: true, suggested: false }, new Date('2026-11-10T12:00:00Z'));
    expect(event.failDigest(new Date('2026-11-12T16:00:00Z'))).toBe(true);
  });

  it('does not come after an evening that is cancelled', () => {
    const event = evening();
    event.cancel('The room is closed', before);
    expect(planned(event)).toEqual([null, null]);
  });
});
