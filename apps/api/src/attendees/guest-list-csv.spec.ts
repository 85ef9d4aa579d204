import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { factsOf, guessColumns, mergeFacts, readGuestRow, settleColumns } from '#libs/domain';
import type { AttendanceFacts, GuestRow, ListColumn, RowFacts } from '#libs/domain';
import { readGuestList } from './guest-list-csv.ts';
import type { GuestListLimits, GuestListRecord } from './guest-list-csv.ts';

const reading = { eventTimeZone: 'America/Los_Angeles', importedAt: new Date('2026-10-20T15:00:00Z') };
const listFile = (name: string): string => join(import.meta.dirname, '../../../start/guest-lists', name);

async function recordsOf(
  source: AsyncIterable<Uint8Array | string>,
  limits?: GuestListLimits,
): Promise<GuestListRecord[]> {
  const records: GuestListRecord[] = [];
  for await (const record of readGuestList(source, limits)) records.push(record);
  return records;
}

const pieces = (...texts: (string | Uint8Array)[]): Readable => Readable.from(texts);

const read = (...texts: (string | Uint8Array)[]): Promise<GuestListRecord[]> => recordsOf(pieces(...texts));

async function rowsOf(name: string): Promise<GuestRow[]> {
  const records = await recordsOf(createReadStream(listFile(name)));
  const cells = records.flatMap((record) => ('cells' in record ? [record] : []));
  const [header, ...rows] = cells;
  const columns: ListColumn[] = settleColumns(
    guessColumns(
      header?.cells ?? [],
      rows.slice(0, 20).map((row) => row.cells),
    ),
  );
  return rows.map((row) => readGuestRow(columns, row.cells, row.line, reading));
}

const factsIn = (rows: readonly GuestRow[]): RowFacts[] =>
  rows.flatMap((row) => ('facts' in row ? [row.facts] : []));

function merged(rows: readonly GuestRow[]): Map<string, AttendanceFacts> {
  const people = new Map<string, AttendanceFacts>();
  for (const facts of factsIn(rows).map((row) => factsOf(row))) {
    const before = people.get(facts.email);
    people.set(facts.email, before === undefined ? facts : mergeFacts(before, facts));
  }
  return people;
}

function counted(values: Iterable<string | undefined>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

describe('the two guest lists of one evening', () => {
  it("reads Luma's export: 70 of 72 rows, two without a usable address", async () => {
    const rows = await rowsOf('luma.csv');
    expect(rows).toHaveLength(72);
    expect(counted(factsIn(rows).map((row) => String(row.fact)))).toEqual({
      came: 39,
      confirmed: 2,
      pending: 6,
      waitlisted: 10,
      declined: 13,
    });
    expect(rows.filter((row) => 'fault' in row)).toEqual([
      { line: 22, fault: { code: 'address-unusable', column: 'email', value: 'not-an-address' } },
      { line: 25, fault: { code: 'address-missing', column: 'email' } },
    ]);
  });

  it("reads Eventbrite's report: all 48 rows", async () => {
    const rows = await rowsOf('eventbrite.csv');
    expect(counted(factsIn(rows).map((row) => String(row.fact)))).toEqual({
      came: 29,
      confirmed: 15,
      cancelled: 4,
    });
    expect(rows).toHaveLength(48);
  });

  it('makes one list of 71 people, 52 of whom came and 35 of those opted in, whatever the order', async () => {
    const [luma, eventbrite] = [await rowsOf('luma.csv'), await rowsOf('eventbrite.csv')];
    const people = merged([...luma, ...eventbrite]);
    expect(counted([...people.values()].map((person) => person.fact?.value))).toEqual({
      came: 52,
      confirmed: 10,
      pending: 1,
      waitlisted: 4,
      declined: 4,
    });
    const came = [...people.values()].filter((person) => person.fact?.value === 'came');
    expect(counted(came.map((person) => person.introductions?.value))).toEqual({
      yes: 35,
      no: 9,
      undefined: 8,
    });
    const otherWays = [
      [...eventbrite, ...luma],
      [...luma, ...eventbrite].reverse(),
      [...luma, ...eventbrite, ...luma, ...eventbrite],
    ];
    for (const rows of otherWays)
      expect(Object.fromEntries(merged(rows))).toEqual(Object.fromEntries(people));
  });

  it('has 46 addresses in both lists', async () => {
    const luma = new Set(factsIn(await rowsOf('luma.csv')).map((row) => row.email));
    const eventbrite = new Set(factsIn(await rowsOf('eventbrite.csv')).map((row) => row.email));
    expect([...luma].filter((email) => eventbrite.has(email))).toHaveLength(46);
  });

  it('takes an address in another case for the same person, and keeps the name of the stronger fact', async () => {
    const rows = factsIn(await rowsOf('luma.csv')).filter((row) => row.email === 'sren.fischer@example.net');
    expect(rows.map((row) => [row.name, row.fact])).toEqual([
      ['Søren Fischer', 'waitlisted'],
      ['Mira Kim', 'declined'],
    ]);
    const person = merged(await rowsOf('luma.csv')).get('sren.fischer@example.net');
    expect(person).toMatchObject({ name: { value: 'Søren Fischer' }, fact: { value: 'waitlisted' } });
  });

  it('takes a missing name from the other list', async () => {
    const luma = await rowsOf('luma.csv');
    const facts = factsIn(luma).find((row) => row.email === 'ravi.ahmed@example.net');
    expect(facts).toMatchObject({ name: null, notes: ['name-missing'] });
    const both = merged([...luma, ...(await rowsOf('eventbrite.csv'))]);
    expect(both.get('ravi.ahmed@example.net')?.name?.value).toBe('Ravi Ahmed');
  });

  it('reads a quoted comma, a line break in a cell, a formula and stray spaces as the text they are', async () => {
    const luma = await rowsOf('luma.csv');
    const facts = new Map(factsIn(luma).map((row) => [row.email, row]));
    expect(facts.get('viktor.santos@example.net')?.name).toBe('"Lee, the drummer"');
    expect(facts.get('jonas.dubois@example.com')?.profile.workingOn).toBe('two lines in one cell');
    expect(facts.get('sren.adeyemi@example.net')?.name).toBe('=HYPERLINK("http://example.com","click")');
    expect(facts.get('omar.costa@example.com')?.name).toBe('Renée Wójcik');
    expect(facts.get('hugo.larsen@example.org')?.profile).toEqual({
      crafts: ['production', 'session strings'],
      workingOn: 'nothing yet, looking for the next thing',
      lookingFor: ['a mentor in game audio', 'post house contacts', 'room acoustics advice'],
      canHelpWith: ['game audio mentoring', 'score mockups', 'mastering'],
      stage: 'established',
    });
  });

  it('counts lines as an editor does, also after a cell of two lines', async () => {
    const rows = await rowsOf('luma.csv');
    const lineOf = (email: string): number | undefined =>
      rows.find((row) => 'facts' in row && row.facts.email === email)?.line;
    expect([lineOf('jonas.dubois@example.com'), lineOf('tomas.sato@example.net')]).toEqual([35, 37]);
  });

  it('keeps check-ins as UTC instants and the tags of both services', async () => {
    const both = merged([...(await rowsOf('eventbrite.csv')), ...(await rowsOf('luma.csv'))]);
    expect(both.get('aiko.adeyemi@example.net')).toMatchObject({
      checkedInAt: { value: '2026-10-20T01:08:06.000Z' },
      introductions: { value: 'no' },
      profile: { employer: { value: 'Northlight Audio' }, jobTitle: { value: 'music supervision' } },
    });
    expect(both.get('sren.obrien@example.net')?.profile.lookingFor?.value).toEqual([
      'session players',
      'post house contacts',
      'a music supervisor',
    ]);
  });
});

describe('any CSV', () => {
  const rows = [
    { line: 1, cells: ['name', 'email'] },
    { line: 2, cells: ['Ana', 'ana@example.org'] },
  ];

  it.each([
    ['commas', 'name,email\nAna,ana@example.org\n'],
    ['semicolons', 'name;email\nAna;ana@example.org\n'],
    ['tabs', 'name\temail\nAna\tana@example.org'],
    ['CRLF and a byte-order mark', '\uFEFFname,email\r\nAna,ana@example.org\r\n'],
    ['old Mac line ends', 'name,email\rAna,ana@example.org\r'],
    ['quotes everywhere', '"name","email"\n"Ana","ana@example.org"\n'],
    ['empty cells at the end', 'name,email\nAna,ana@example.org,,\n,,\n\n'],
  ])('is read with %s', async (_, text) => {
    await expect(read(text)).resolves.toEqual(rows);
  });

  it('is read the same wherever its bytes are divided', async () => {
    const bytes = Buffer.from(
      '\uFEFFname,email\r\n"Zoë\r\nLópez",zoe@example.org\r\nAna,ana@example.org\r\n'.repeat(80),
    );
    const whole = await read(bytes);
    const byByte = await read(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(byByte).toEqual(whole);
    expect(whole[1]).toEqual({ line: 2, cells: ['Zoë\nLópez', 'zoe@example.org'] });
  });

  it('is one column of addresses if its header says so', async () => {
    await expect(read('E-mail\nana@example.org\n')).resolves.toEqual([
      { line: 1, cells: ['E-mail'] },
      { line: 2, cells: ['ana@example.org'] },
    ]);
  });

  it('counts blank lines before the header and between rows', async () => {
    await expect(read('\n\nname,email\n\n\nAna,ana@example.org')).resolves.toEqual([
      { line: 3, cells: ['name', 'email'] },
      { line: 6, cells: ['Ana', 'ana@example.org'] },
    ]);
  });
});

describe('a bad row never stops the good ones', () => {
  const around = async (bad: string | Uint8Array): Promise<GuestListRecord[]> => {
    const records = await read(
      'name,email\nAna,ana@example.org\n',
      bad,
      '\nBo,bo@example.org\nCy,cy@example.org\n',
    );
    const texts = records.flatMap((record) => ('cells' in record ? [record.cells[0]] : []));
    expect(texts).toEqual(expect.arrayContaining(['Ana', 'Bo', 'Cy']));
    return records.filter((record) => 'fault' in record || record.line === 3);
  };

  it('with another number of cells', async () => {
    await expect(around('Di,di@example.org,more')).resolves.toEqual([
      { line: 3, fault: { code: 'column-count', value: '3 / 2' } },
    ]);
    await expect(around('Di')).resolves.toEqual([
      { line: 3, fault: { code: 'column-count', value: '1 / 2' } },
    ]);
  });

  it('with a quote that nobody closes', async () => {
    await expect(around('"Di,di@example.org')).resolves.toEqual([
      { line: 3, fault: { code: 'quote-not-closed' } },
    ]);
  });

  it('with a quote that nobody closes where all cells are quoted', async () => {
    const records = await read(
      '"name","email"\n"Di","di@example.org\n"Bo","bo@example.org"\n"Cy","cy@example.org"\n',
    );
    expect(records.slice(1)).toEqual([
      { line: 2, fault: { code: 'quote-not-closed' } },
      { line: 3, cells: ['Bo', 'bo@example.org'] },
      { line: 4, cells: ['Cy', 'cy@example.org'] },
    ]);
  });

  it('with an open quote before thousands of guests', async () => {
    const guests = Array.from({ length: 3000 }, (_, index) => `G,g${String(index)}@example.org`).join('\n');
    const records = await read(`name,email\n"Di,di@example.org\n${guests}`);
    expect(records).toHaveLength(3002);
    expect(records.filter((record) => 'fault' in record)).toEqual([
      { line: 2, fault: { code: 'quote-not-closed' } },
    ]);
  });

  it('with quotes in the middle of a cell, which are only characters', async () => {
    await expect(around('5" disk "Di",di@example.org')).resolves.toEqual([
      { line: 3, cells: ['5" disk "Di"', 'di@example.org'] },
    ]);
    await expect(around('"Di" the second,di@example.org')).resolves.toEqual([
      { line: 3, cells: ['"Di" the second', 'di@example.org'] },
    ]);
  });

  it('with bytes that are not UTF-8, or a NUL far into the file', async () => {
    const latin1 = Buffer.from('Zo\u00eb,zoe@example.org', 'latin1');
    await expect(around(latin1)).resolves.toEqual([{ line: 3, fault: { code: 'characters-unreadable' } }]);
    const filler = 'G,g@example.org\n'.repeat(400);
    const records = await read(`name,email\n${filler}`, 'a\0b,c@example.org\n');
    expect(records.at(-1)).toEqual({ line: 402, fault: { code: 'characters-unreadable' } });
  });

  it('with a row of more than 64 kB', async () => {
    await expect(around(`${'D'.repeat(300_000)},di@example.org`)).resolves.toEqual([
      { line: 3, fault: { code: 'row-too-long' } },
    ]);
  });
});

describe('a file that is no guest list says what it is', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

  it.each([
    ['list-empty', 'empty', Buffer.alloc(0)],
    ['list-empty', 'empty', Buffer.from('\uFEFF \r\n\r\n')],
    ['list-empty', 'empty', Buffer.from('name,email\r\n')],
    ['list-not-utf8', 'UTF-8', utf16('\uFEFFname,email\nAna,ana@example.org\n')],
    ['list-not-utf8', 'UTF-8', utf16('\uFEFFname,email\nAna,ana@example.org\n').swap16()],
    ['list-not-utf8', 'UTF-8', utf16('name,email\nAna,ana@example.org\n')],
    ['list-not-csv', 'not a text file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0x2c, 4, 5, 6])],
    ['list-not-csv', 'spreadsheet', Buffer.from('PK\x03\x04\0\0')],
    ['list-not-csv', 'web page', Buffer.from('\n<!doctype html><title>Sign in, please</title>')],
    ['list-not-csv', 'data document', Buffer.from('[{"email": "ana@example.org", "name": "Ana"}]')],
    ['list-not-csv', 'already a guest', Buffer.from('Ana,ana@example.org\nBo,bo@example.org\n')],
    ['list-not-csv', 'no comma', Buffer.from('Dear all\nplease find the guests below\n')],
  ])('%s: %s', async (code, sentence, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code,
      shapes: [{ pointer: '/file', detail: expect.stringContaining(sentence) as string }],
    });
  });

  it('and one with no column of addresses names that', () => {
    expect(() => settleColumns(guessColumns(['name', 'city'], [['Ana', 'Porto']]))).toThrow(
      expect.objectContaining({ code: 'list-no-usable-column' }) as Error,
    );
  });

  it('stops at the limits and not before', async () => {
    const list = 'name,email\nAna,ana@example.org\nBo,bo@example.org\n';
    const bytes = Buffer.byteLength(list);
    await expect(recordsOf(pieces(list), { bytes, rows: 2 })).resolves.toHaveLength(3);
    await expect(recordsOf(pieces(list), { bytes: bytes - 1, rows: 2 })).rejects.toMatchObject({
      code: 'list-too-large',
    });
    await expect(recordsOf(pieces(list), { bytes, rows: 1 })).rejects.toMatchObject({
      code: 'list-too-large',
    });
  });
});

describe('a list of 20,000 guests', () => {
  const count = 20_000;

  const row = (guest: number): string => {
    const work = `a record, number ${String(guest)},\r\nand what comes after it, described at some length`;
    return `Guest ${String(guest)},guest${String(guest)}@example.org,"${work}"\r\n`;
  };

  /** Pieces of about 50 kB, as from a disk or a socket. */
  function* manyGuests(): Generator<string> {
    yield 'name,email,What are you working on?\r\n';
    for (let from = 0; from < count; from += 500) {
      yield Array.from({ length: 500 }, (_, index) => row(from + index)).join('');
    }
  }

  /** The most live heap while the list is read, in MB above what was live before; swept at every look. */
  async function growth(each: (record: GuestListRecord) => void): Promise<number> {
    const before = liveHeap();
    let [highest, rows] = [before, 0];
    for await (const record of readGuestList(Readable.from(manyGuests()))) {
      each(record);
      rows += 1;
      if (rows % 5000 === 0) highest = Math.max(highest, liveHeap());
    }
    expect(rows).toBe(count + 1);
    return (highest - before) / 1_048_576;
  }

  function liveHeap(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed;
  }

  it('is read in bounded memory', async () => {
    let lastLine = 0;
    const megabytes = await growth((record) => (lastLine = record.line));
    expect(lastLine).toBe(2 * count);
    // Measured: 0.3 MB; the rows themselves are 8 (see the control).
    expect(megabytes).toBeLessThan(3);
  });

  it('control: keeping the rows takes more than that', async () => {
    const kept: GuestListRecord[] = [];
    expect(await growth((record) => kept.push(record))).toBeGreaterThan(6);
  });
});
