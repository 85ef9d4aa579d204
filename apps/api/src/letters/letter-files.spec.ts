import { readPdf } from '../../../../test/support/pdf-text.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterText } from './letter-text.ts';
import type { Letter, LetterCritique } from './letter.ts';

const wrote = (given: Partial<LetterCritique> = {}): LetterCritique => ({
  id: '1',
  critic: 'Ben Ode',
  left: false,
  meaning: 'The second verse stays with me: the room gets smaller while the voice does not.',
  answer: '',
  neutralQuestion: '',
  opinion: '',
  marks: [],
  thankedAt: null,
  ...given,
});

const letterOf = (critiques: LetterCritique[], given: Partial<Letter> = {}): Letter => ({
  submissionId: 'x',
  title: 'Harbour lights',
  question: 'Does the last chorus earn its key change?',
  medium: 'audio',
  link: null,
  hasFile: true,
  lengthMs: 187_000,
  heardAt: new Date('2026-10-20T05:00:00Z'),
  event: 'Songs in progress',
  timeZone: 'America/Los_Angeles',
  facilitatorReads: false,
  critiques,
  ...given,
});

const full = wrote({
  answer: 'Yes. It arrives one bar late.\nThat is why.',
  neutralQuestion: 'Who is singing to whom?',
  opinion: 'I would cut the bridge.',
  marks: [
    { at: 12_000, text: 'The breath before the word.' },
    { at: 3_787_000, text: 'An hour later.' },
  ],
});

const everything = [
  'Feedback on “Harbour lights”',
  'Heard on 19 October 2026 at Songs in progress',
  'You asked',
  'Does the last chorus earn its key change?',
  'From Ben Ode',
  'What stayed',
  full.meaning,
  'An answer to your question',
  'Yes. It arrives one bar late.',
  'That is why.',
  'A question for you',
  'Who is singing to whom?',
  'An opinion, as you allowed',
  'I would cut the bridge.',
  'In the work',
  '0:12',
  'The breath before the word.',
  '1:03:07',
  'An hour later.',
  'The critiques stand in the order in which critics were drawn.',
  'Nobody else can read it.',
];

/** Whether the parts stand one after the other. */
function standInOrder(text: string, parts: readonly string[]): string[] {
  const flat = text.replaceAll(/\s+/g, ' ');
  let from = 0;
  return parts.filter((part) => {
    const at = flat.indexOf(part, from);
    if (at < 0) return true;
    from = at + part.length;
    return false;
  });
}

/** Page numbers stand between what goes on. */
const textOf = async (letter: Letter): Promise<string> => readPdf(await letterPdf(letter)).pages.join('\n');

describe('the letter as PDF', () => {
  it('says every part of the letter in its order', async () => {
    expect(standInOrder(await textOf(letterOf([full])), everything)).toEqual([]);
    // Control: something else is not found.
    expect(standInOrder(await textOf(letterOf([full])), ['I would keep the bridge.'])).toHaveLength(1);
  });

  it('is titled, in its language, tagged and on A4, with typefaces of its own', async () => {
    const { outline, fonts } = readPdf(await letterPdf(letterOf([full])));
    expect(outline).toContain('/Lang (en)');
    expect(outline).toContain('/Marked true');
    expect(outline).toContain('/DisplayDocTitle true');
    expect(outline).toContain('/MediaBox [0 0 595.28 841.89]');
    for (const role of ['H1', 'H2', 'H3', 'P']) expect(outline).toContain(`/S /${role}\n`);
    const title = Buffer.from('\uFEFFFeedback on “Harbour lights”', 'utf16le').swap16().toString('latin1');
    expect(outline).toContain(title);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.every((font) => /^[A-Z]+\+(SourceSerif4|Inter)-Regular$/.test(font))).toBe(true);
  });

  it.each([
    ['Polish', 'Zażółć gęślą jaźń, Łódź'],
    ['Turkish', 'Işığı söndürme, ağaç'],
    ['Russian', 'Подъезд: ещё раз, Юрий'],
    ['Greek', 'Μένει η σιωπή μετά από εκεί'],
    ['Vietnamese', 'Tiếng Việt: nghệ thuật'],
    ['French', '« Où ça ? » — l’œuvre, 12 €'],
    ['decomposed letters', 'Ångström'.normalize('NFD')],
  ])('prints %s', async (_, meaning) => {
    const text = await textOf(letterOf([wrote({ meaning, critic: meaning })]));
    expect(standInOrder(text, [`From ${meaning.normalize('NFC')}`.replaceAll(/\s+/g, ' ')])).toEqual([]);
    expect(text).not.toContain('[U+');
  });

  it('says as a number what its typefaces lack, and that it does', async () => {
    const text = await textOf(letterOf([wrote({ meaning: 'A ♭VII, 東京 🎵' })]));
    expect(
      standInOrder(text, [
        'A [U+266D]VII, [U+6771][U+4EAC] [U+1F3B5]',
        'Characters that this page cannot print',
      ]),
    ).toEqual([]);
    expect(await textOf(letterOf([wrote()]))).not.toContain('Characters that');
  });

  it('loses no letter of a long one, over pages, nor of a word without end', async () => {
    const words = Array.from({ length: 700 }, (_, index) => `word${String(index)}`).join(' ');
    const endless = 'W'.repeat(300);
    const { pages } = readPdf(
      await letterPdf(letterOf([wrote({ meaning: words }), wrote({ meaning: endless })])),
    );
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`${String(index + 1)} of ${String(pages.length)}`);
    });
    const text = pages.map((page) => page.replace(/\d+ of \d+$/, '')).join('\n');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words.slice(0, 400));
    expect(text.match(/word\d+/g)).toHaveLength(700);
    expect(text.match(/W/g)?.length).toBeGreaterThanOrEqual(300);
  });

  it('is the same bytes for the same letter', async () => {
    const [one, other] = [await letterPdf(letterOf([full])), await letterPdf(letterOf([full]))];
    expect(one.equals(other)).toBe(true);
    expect(one.equals(await letterPdf(letterOf([wrote()])))).toBe(false);
  });

  it('takes signs of its own format, directions and control characters as text', async () => {
    const meaning = ') Tj ET <</Type /Action /S /JavaScript>> endstream \\( \u202Eabc\u0000\u0007';
    const bytes = await letterPdf(letterOf([wrote({ meaning })], { title: ')/JS(app.alert(1))' }));
    const { outline, pages } = readPdf(bytes);
    expect(outline).not.toMatch(/\/S ?\/JavaScript|\/JS ?\(/);
    expect(pages.join(' ')).toContain('endstream \\( abc');
  });
});

describe('the letter as text', () => {
  it('says every part of the letter in its order, on lines of at most 72 characters', () => {
    const text = letterText(letterOf([full, wrote({ critic: null, meaning: 'x'.repeat(90) })]));
    expect(standInOrder(text, everything.slice(0, -2))).toEqual([]);
    const long = text.split('\n').filter((line) => Array.from(line).length > 72);
    expect(long).toEqual(['x'.repeat(90)]);
    expect(text).toContain('\nA critic\n--------\n');
    expect(text).not.toMatch(/[ \t]\n/);
  });

  it('keeps what people typed as they typed it', () => {
    const text = letterText(letterOf([wrote({ meaning: 'A ♭VII, 東京 🎵\r\n\r\nАлёна' })]));
    expect(text).toContain('A ♭VII, 東京 🎵\n\nАлёна');
  });

  it('says who left, who reads it, and that nobody wrote', () => {
    const left = wrote({ critic: null, left: true, meaning: '' });
    expect(letterText(letterOf([left], { facilitatorReads: true }))).toContain('Somebody who left\n');
    expect(letterText(letterOf([left], { facilitatorReads: true }))).toContain('The hosts of this evening');
    expect(letterText(letterOf([]))).toContain('Nobody wrote anything down');
  });
});
