import type { ListPerson, Scan } from '../contract.ts';
import { headsIn, peopleOf, withScans } from './people.ts';
import { found, ofCode } from './search.ts';

const person = (more: Partial<ListPerson> = {}): ListPerson => ({
  id: 'a',
  code: 'K7QM-2XHD',
  name: 'José Álvarez',
  party: 1,
  guests: [],
  status: 'going',
  part: 'guest',
  place: null,
  note: null,
  checkedInAt: null,
  by: null,
  ...more,
});
let nonces = 0;
const at = (minute: number): string => `2026-10-20T18:${String(minute).padStart(2, '0')}:00.000Z`;
const scan = (kind: Scan['kind'], minute: number, more: Partial<Scan> = {}): Scan => ({
  nonce: String((nonces += 1)),
  kind,
  attendeeId: 'a',
  scannedAt: at(minute),
  force: false,
  ...more,
});

describe('when somebody came', () => {
  it.each<[string, string | null, Scan[], string | null]>([
    ['at their first scan', null, [scan('in', 5), scan('in', 3)], at(3)],
    ['never, once it was undone', null, [scan('undo', 4), scan('in', 3)], null],
    [
      'at the first scan after the last undo',
      null,
      [scan('in', 9), scan('undo', 5), scan('in', 3), scan('in', 7)],
      at(7),
    ],
    ['at another door, when that was earlier', at(1), [scan('in', 3)], at(1)],
    ['here, when that was earlier', at(8), [scan('in', 3)], at(3)],
    ['not at another door either, once it was undone here', at(1), [scan('undo', 3)], null],
  ])('is %s', (_, known, scans, came) => {
    for (const order of [scans, [...scans].reverse()])
      expect(withScans(person({ checkedInAt: known, by: 'Side door' }), order)).toMatchObject({
        checkedInAt: came,
        by: came === known && came !== null ? 'Side door' : null,
        isWaiting: true,
      });
  });

  it('makes somebody going who is let in from the waitlist', () => {
    expect(withScans(person({ status: 'waitlisted' }), [scan('let-in', 3)])).toMatchObject({
      status: 'going',
      checkedInAt: at(3),
    });
  });

  it('counts their guests', () => {
    const list = [
      person({ party: 3 }),
      person({ id: 'b', party: 2 }),
      person({ id: 'c', checkedInAt: at(1) }),
    ];
    expect(headsIn(peopleOf(list, [scan('in', 2)]))).toBe(4);
  });
});

describe('finding somebody', () => {
  const people = peopleOf(
    [
      person(),
      person({ id: 'b', name: 'Anna-Maria de Vries', code: 'B2BB-2222', guests: ['Zoë Kravitz'] }),
      person({ id: 'c', name: 'Bo', code: '01ZZ-3333' }),
    ],
    [],
  );
  const idsOf = (typed: string) => found(people, typed).map(({ id }) => id);

  it.each<[string, string[]]>([
    ['', ['a', 'b', 'c']],
    ['jose', ['a']],
    ['alv jo', ['a']],
    ['maria', ['b']],
    ['vri', ['b']],
    ['zoe', ['b']],
    ['b', ['c']],
    ['k7qm-2', ['a']],
    ['b2', ['b']],
    ['ose', []],
  ])('by "%s" gives %j', (typed, ids) => {
    expect(idsOf(typed)).toEqual(ids);
  });

  it('by a whole code takes it as it is said and written', () => {
    expect(ofCode(people, 'k7qm 2xhd')?.id).toBe('a');
    expect(ofCode(people, 'oizz3333')?.id).toBe('c');
    expect(ofCode(people, 'k7qm')).toBeUndefined();
  });
});
