import { Readable } from 'node:stream';
import { csvLine } from '../csv-line.ts';
import { guestCells, headerCells } from './guest-list-csv-out.ts';
import { readGuestList } from './guest-list-csv.ts';

const nasty = ['=1+1', '+1 555 0100', '-2', '@SUM(A1)', '\tTab', '\rReturn', '＝1+1', '＋1', '－1', '＠x'];

async function readBack(text: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const record of readGuestList(Readable.from([text])))
    rows.push('cells' in record ? record.cells : record);
  return rows;
}

describe('a line of the guest list as a file', () => {
  it.each(nasty)('gives no spreadsheet a formula to compute: %j', (text) => {
    expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves alone what only looks a little like one', () => {
    expect(csvLine(["O'Neil", 'a=b', '1-2', "'quoted'", 'x@y.example'])).toBe(
      "O'Neil,a=b,1-2,'quoted',x@y.example\r\n",
    );
  });

  it('quotes commas, semicolons, quotes and line breaks, and nothing else', () => {
    expect(csvLine(['a,b', 'c;d', 'say "hi"', 'two\nlines', 'plain', ''])).toBe(
      '"a,b","c;d","say ""hi""","two\nlines",plain,\r\n',
    );
  });

  it('comes back through the import as it was', async () => {
    const cells = [
      ...nasty.filter((text) => !/[\t\r]/.test(text)),
      'a,b',
      'c;d',
      'say "hi"',
      'two\nlines',
      "'x",
    ];
    const headers = cells.map((_, at) => (at === 0 ? 'Email' : `Question ${String(at)}`));
    expect(await readBack(csvLine(headers) + csvLine(cells))).toEqual([headers, cells]);
  });
});

describe('a guest in the file', () => {
  const guest = {
    id: '',
    name: 'Ines Okafor',
    email: 'ines@studio.example',
    status: 'confirmed',
    cancelCause: null,
    partySize: 3,
    guests: ['Ömer', 'Vera'],
    answers: [
      { id: 'q1', question: 'Diet, as it was asked once', answer: 'Vegan' },
      { id: 'q2', question: 'Days', answer: ['Fri', 'Sat'] },
      { question: 'Asked by a list', answer: '=2' },
    ],
    createdAt: new Date('2026-10-01T12:00:00Z'),
    checkedInAt: new Date('2026-10-20T01:05:06.789Z'),
  } as const;
  const questions = [
    { id: 'q1', label: 'Diet' },
    { id: 'q2', label: 'Days' },
    { id: null, label: 'Asked by a list' },
    { id: 'q3', label: 'Never answered' },
  ];

  it('has a column for each question, found by its id or else by its words', () => {
    const cells = guestCells({ ...guest, guests: [...guest.guests], answers: answersOf() }, questions);
    const columns = headerCells(questions);
    expect(Object.fromEntries(columns.map((column, at) => [column, cells[at]]))).toEqual({
      Name: 'Ines Okafor',
      Email: 'ines@studio.example',
      Status: 'Going',
      'Party size': '3',
      'Guest names': 'Ömer; Vera',
      Diet: 'Vegan',
      Days: 'Fri; Sat',
      'Asked by a list': '=2',
      'Never answered': '',
      'Registered at': '2026-10-01T12:00:00Z',
      'Checked in at': '2026-10-20T01:05:06.789Z',
    });
  });

  const answersOf = () =>
    guest.answers.map((one) => ({
      ...one,
      answer: typeof one.answer === 'string' ? one.answer : [...one.answer],
    }));
});
