import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readPdf } from '../../../../test/support/pdf-text.ts';
import { type Badge, badgesPdf } from './badges-pdf.ts';
import { type TableCard, tableCardsPdf } from './table-cards-pdf.ts';

const evening = { title: 'Sound after the cut', at: new Date('2026-10-20T01:00:00Z') };
const badge = (given: Partial<Badge> = {}): Badge => ({
  name: 'Ada Lovelace',
  craft: 'Sound design',
  code: 'K7QM-2XHD',
  ...given,
});
const card = (given: Partial<TableCard> = {}): TableCard => ({
  round: 1,
  rounds: 2,
  table: 3,
  topic: 'location sound',
  names: ['Ada', 'Ben'],
  others: 0,
  ...given,
});
const read = async (bytes: Readable) => readPdf(await buffer(bytes));
/** In points. */
const sizeOf = (outline: string): number[] =>
  (/MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(outline) ?? [])
    .slice(1)
    .map((points) => Math.round(Number(points)));
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('badges', () => {
  it('stand eight on a sheet of A4, with the evening, the name and what they do', async () => {
    const badges = Array.from({ length: 17 }, (_, index) => badge({ name: `Guest ${String(index)}` }));
    const { pages, outline } = await read(badgesPdf(badges, evening));
    expect(pages).toHaveLength(3);
    expect(sizeOf(outline)).toEqual([595, 842]);
    expect(pages.map((page) => page.match(/Guest \d+/g)?.length)).toEqual([8, 8, 1]);
    expect(pages[2]).toContain('Sound after the cut');
    expect(pages[2]).toContain('Sound design');
    expect(pages.join('')).not.toContain('K7QM-2XHD');
  });

  it('print a name whole however long it is, smaller', async () => {
    const names = [
      'W'.repeat(200),
      'Wilhelmina Featherstonehaugh-Cholmondeley von und zu Hohenstein',
      'Łukasz Żółć',
      'Юрий Гагарин',
      'Nguyễn Thị Ánh',
    ];
    for (const name of names) {
      const [page = ''] = (await read(badgesPdf([badge({ name, craft: '' })], evening))).pages;
      expect(page.replaceAll(/\s+/g, '')).toContain(name.replaceAll(/\s+/g, ''));
    }
  });

  it('leave a line to write on where the typefaces lack a letter of the name, and say whose it is by the code', async () => {
    const [page = ''] = (await read(badgesPdf([badge({ name: '山田太郎' })], evening))).pages;
    expect(flat(page)).toContain('Write the name by hand. It is on the guest list, code K7QM-2XHD.');
    expect(page).not.toContain('[U+');
  });

  it('are one empty sheet for nobody, and the same bytes for the same people', async () => {
    expect((await read(badgesPdf([], evening))).pages).toHaveLength(1);
    const [one, other] = [
      await buffer(badgesPdf([badge()], evening)),
      await buffer(badgesPdf([badge()], evening)),
    ];
    expect(one.equals(other)).toBe(true);
    expect(one.equals(await buffer(badgesPdf([badge({ name: 'Bo' })], evening)))).toBe(false);
  });

  it('of 500 people take less than two seconds of the processor', async () => {
    const badges = Array.from({ length: 500 }, (_, index) =>
      badge({ name: `Wilhelmina Featherstone the ${String(index)}th`, craft: `Craft ${String(index)}` }),
    );
    // The processor's time, not the wall's: others may keep the machine busy meanwhile. It takes about 0.9 s.
    const before = process.cpuUsage();
    expect((await buffer(badgesPdf(badges, evening))).length).toBeGreaterThan(10_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe('table cards', () => {
  it('are one A5 across for each table and round, with number, topic and people', async () => {
    const { pages, outline } = await read(tableCardsPdf([card(), card({ round: 2, table: 12 })], evening));
    expect(pages).toHaveLength(2);
    expect(sizeOf(outline)).toEqual([595, 420]);
    expect(pages[0]?.split('\n')).toEqual([
      'Sound after the cut · Round 1 of 2',
      'Table',
      '3',
      'To begin with: location sound',
      'Ada and Ben',
    ]);
    expect(pages[1]?.split('\n')).toContain('12');
  });

  it('name those who let others see their name and count the rest, also whom no letters print', async () => {
    const lines = async (given: Partial<TableCard>) =>
      (await read(tableCardsPdf([card(given)], evening))).pages[0]?.split('\n').at(-1);
    expect(await lines({ others: 2 })).toBe('Ada, Ben and 2 more');
    expect(await lines({ names: ['Ada', '山田太郎'], others: 1 })).toBe('Ada and 2 more');
    expect(await lines({ names: [], others: 5 })).toBe('5 people');
    expect(await lines({ names: [], others: 1 })).toBe('1 person');
  });

  it('say so where no tables are drawn', async () => {
    expect((await read(tableCardsPdf([], evening))).pages).toEqual(['No tables are drawn yet.']);
  });
});
