import { type Api, startApi } from '../../../../test/support/api.ts';
import { type CritiqueEvening, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { aiff, box, flac, id3, mp3, mp4, pdf, wav, zipEnd } from '../../../../test/support/made-files.ts';
import { Uploader } from '../../../../test/support/uploads.ts';

let api: Api;
let evening: CritiqueEvening;
let me: Uploader;
beforeAll(async () => {
  api = await startApi({
    time: '2026-10-10T17:00:00Z',
    files: { maxBytes: 1_000_000, quotaBytes: 5_000_000 },
  });
});
beforeEach(async () => {
  evening = await makeCritiqueEvening(api, { state: 'open' });
  me = uploaderOf(evening.guest.token);
});
afterAll(() => api.stop());

const uploaderOf = (token: string) => new Uploader(api, token, evening.critiqueSessionId);
const stateOf = async (id: string) =>
  (
    await api.database.sql<{ state: string; received: string; gone: boolean }>(
      'select state, received, delete_at is not null as gone from files where id = $1',
      [id],
    )
  )[0];
const text = (content: string) => Buffer.from(content, 'latin1');

describe('a file that somebody sends', () => {
  it.each([
    ['WAV', wav(), 'audio/wav', 1000],
    ['MP3', mp3(), 'audio/mpeg', 1045],
    ['MP3 with a tag', mp3(id3(20, Buffer.alloc(20))), 'audio/mpeg', 1045],
    ['FLAC', flac(), 'audio/flac', 1000],
    ['AIFF', aiff(), 'audio/aiff', 1000],
    ['M4A', mp4('soun', 'M4A '), 'audio/mp4', 5000],
    ['MP4', mp4(), 'video/mp4', 5000],
    ['PDF', pdf(), 'application/pdf', null],
  ])('is taken as %s by its bytes, whatever its name', async (_, bytes, type, lengthMs) => {
    const { id, answer } = await me.send(bytes, 'anything.txt');
    expect([answer.status, answer.headers['upload-offset']]).toEqual([204, String(bytes.length)]);
    const { body } = await api.http.get(me.pathOf(id)).expect(200);
    expect(body).toMatchObject({ state: 'ready', type, name: 'anything.txt', received: bytes.length });
    expect(Math.abs((body.lengthMs ?? 0) - (lengthMs ?? 0))).toBeLessThan(60);
  });

  it('goes on at the byte where it stopped', async () => {
    const bytes = wav(50_000);
    const { body } = await me.begin(bytes.length).expect(201);
    await me.append(body.id, 0, bytes.subarray(0, 20_000)).expect(204);
    const { headers } = await me.head(body.id).expect(200);
    expect([headers['upload-offset'], headers['upload-length']]).toEqual(['20000', String(bytes.length)]);
    await me.append(body.id, 20_000, bytes.subarray(20_000)).expect(204);
    expect(await stateOf(body.id)).toMatchObject({ state: 'ready' });
  });

  it('makes way for the next one, unless a work has it', async () => {
    const first = await me.send(wav());
    const second = await me.send(wav());
    expect(await stateOf(first.id)).toMatchObject({ gone: true });
    expect(await stateOf(second.id)).toMatchObject({ gone: false });
  });
});

const pad = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(3000, 0x20)]);
const lying = (bytes: Buffer, at: number, value: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, at);
  return copy;
};
const lyingBig = (bytes: Buffer, at: number, value: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(value, at);
  return copy;
};

describe('what is no work', () => {
  it.each<[string, Buffer]>([
    ['a page', pad(text('<!doctype html><script>alert(1)</script>'))],
    ['a page called sound', pad(text('<html><body onload=alert(1)>'))],
    [
      'a drawing with a program',
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a picture', pad(text('GIF89a\x01\x00\x01\x00'))],
    ['a picture that is a program', pad(text('GIF89a/*\x00*/=1;alert(1)//'))],
    ['a PNG', pad(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
    ['a JPEG', pad(Buffer.from('ffd8ffe000104a464946', 'hex'))],
    ['a zip', Buffer.concat([text('PK\x03\x04'), Buffer.alloc(100), zipEnd])],
    ['a bomb of zeros in a zip', Buffer.concat([text('PK\x03\x04\x14'), Buffer.alloc(5000), zipEnd])],
    [
      'a document of Word',
      Buffer.concat([text('PK\x03\x04[Content_Types].xml word/'), Buffer.alloc(100), zipEnd]),
    ],
    ['a gzip', pad(Buffer.from('1f8b0800', 'hex'))],
    ['a program of Windows', pad(text('MZ\x90\x00'))],
    ['a program of Linux', pad(text('\x7fELF\x02\x01\x01'))],
    ['a script', text('#!/bin/sh\nrm -rf /\n')],
    ['a program of PHP', text('<?php system($_GET[1]); ?>')],
    ['words', pad(text('just words'))],
    ['nothing but zeros', Buffer.alloc(5000)],
    ['one byte', Buffer.from([0])],
    ['Ogg, which was not asked for', pad(text('OggS\x00\x02'))],
    ['Matroska', pad(Buffer.from('1a45dfa3', 'hex'))],
    ['MIDI', pad(text('MThd\x00\x00\x00\x06'))],
    [
      'AVI in the coat of WAV',
      Buffer.concat([text('RIFF'), Buffer.from([200, 0, 0, 0]), text('AVI LIST'), Buffer.alloc(300)]),
    ],
    [
      'WAV with a page in front of its sound',
      Buffer.concat([wav().subarray(0, 44), text('<script>alert(1)</script>'), Buffer.alloc(7975)]),
    ],
    ['WAV that says it is longer', lying(wav(), 4, 0x7fffffff)],
    ['WAV whose sound is longer than the file', lying(wav(), 40, 0xffffffff)],
    ['WAV without sound', wav(0)],
    ['WAV without a format', lying(wav(), 12, 0x20202020)],
    ['WAV of no rate', lying(wav(), 24, 0)],
    ['WAV whose format is four gigabytes', lying(wav(), 16, 0xfffffff0)],
    ['half a header of WAV', wav().subarray(0, 20)],
    ['WAV with a zip behind it', Buffer.concat([wav(), zipEnd])],
    ['a tag of 256 MB in front of a song', mp3(id3(2 ** 28 - 1))],
    [
      'a tag with digits that no tag has',
      mp3(Buffer.concat([text('ID3\x03\x00\x00'), Buffer.from([255, 255, 255, 255])])),
    ],
    ['a tag and nothing behind it', id3(100, Buffer.alloc(100))],
    ['a tag with a page in it', mp3(id3(30, text('<script>alert(1)</script>     ')))],
    ['one frame of a song', mp3().subarray(0, 417)],
    ['frames that do not follow each other', Buffer.concat([mp3().subarray(0, 300), mp3()])],
    ['a song with a zip behind it', Buffer.concat([mp3(), zipEnd])],
    ['FLAC whose first block is 16 MB', lyingBig(flac(), 4, 0x00ffffff)],
    ['FLAC without sound', flac().subarray(0, 42)],
    [
      'FLAC whose last block leads nowhere',
      Buffer.concat([
        flac().subarray(0, 4),
        Buffer.from([0]),
        flac().subarray(5, 42),
        Buffer.from([0x84, 0xff, 0xff, 0xff]),
      ]),
    ],
    ['AIFF that says it is longer', lyingBig(aiff(), 4, 0x7fffffff)],
    ['AIFF whose chunk is longer than the file', lyingBig(aiff(), 16, 0x7fffffff)],
    ['MP4 that only says so', pad(text('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2'))],
    ['MP4 without a movie', Buffer.concat([mp4().subarray(0, 20), box('mdat', Buffer.alloc(100))])],
    ['MP4 with a box beyond its end', lyingBig(mp4(), 20, 0x7fffffff)],
    ['MP4 with a box of no length at all', lyingBig(mp4(), 20, 4)],
    ['MP4 with a page behind it', Buffer.concat([mp4(), text('<script>alert(1)</script>')])],
    [
      'MP4 without tracks',
      Buffer.concat([mp4().subarray(0, 20), box('moov', Buffer.alloc(0)), box('mdat', Buffer.alloc(9))]),
    ],
    ['a picture in the container of MP4', mp4('vide', 'heic')],
    ['QuickTime', mp4('vide', 'qt  ')],
    ['PDF with a program', pdf('<< /S /JavaScript /JS (app.alert(1)) >>')],
    ['PDF that starts a program', pdf('<< /S /Launch /F (cmd.exe) >>')],
    ['PDF with a file inside', pdf('<< /Type /EmbeddedFile >>')],
    ['PDF that is a page', Buffer.concat([text('<html>'), pdf()])],
    ['PDF with a page behind its first line', pdf('<script>alert(1)</script>')],
    ['PDF with a zip behind it', Buffer.concat([pdf(), zipEnd])],
    ['PDF with something behind its end', Buffer.concat([pdf(), text('alert(1)')])],
    ['PDF that was cut off', pdf().subarray(0, 60)],
    ['PDF that begins late', Buffer.concat([Buffer.alloc(10), pdf()])],
  ])('%s is refused, and its bytes are gone', async (_, bytes) => {
    const { id, answer } = await me.send(bytes, 'song.wav');
    expect([answer.status, answer.body.code]).toEqual([422, 'file-type-refused']);
    expect(await stateOf(id)).toMatchObject({ state: 'arriving', gone: true });
    await api.http.get(me.pathOf(id)).expect(404);
    await me.append(id, bytes.length - 1, bytes.subarray(-1)).expect(404);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\work\\low tide.wav', 'low tide.wav'],
    ['a\r\nset-cookie: x=1.wav', 'a set-cookie: x=1.wav'],
    ['a\0b.wav', 'a b.wav'],
    ['\u202Egnp.wav', 'gnp.wav'],
    ['x'.repeat(4000), 'x'.repeat(200)],
    ['///', 'Your file'],
    ['', 'Your file'],
  ])('the name %j is shown as %j and opened nowhere', async (given, shown) => {
    const { body } = await me.begin(100, given).expect(201);
    expect(body.name).toBe(shown);
  });

  it.each([
    ['-1', 422, 'upload-malformed'],
    ['NaN', 422, 'upload-malformed'],
    ['1e3', 422, 'upload-malformed'],
    ['0', 422, 'upload-malformed'],
    ['', 422, 'upload-malformed'],
    ['1.5', 422, 'upload-malformed'],
    ['99999999999999999999', 422, 'upload-malformed'],
    ['1000001', 413, 'file-too-large'],
  ])('a length of %j is refused before a byte is read', async (length, status, code) => {
    const answer = await me.begin(length);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('an upload', () => {
  it('takes bytes at their own place only, and no more than were announced', async () => {
    const bytes = wav();
    const { body } = await me.begin(bytes.length).expect(201);
    for (const offset of ['1', '8044', '99999999'])
      expect((await me.append(body.id, offset, bytes.subarray(0, 10))).status).not.toBe(204);
    for (const offset of ['-1', 'x', '']) await me.append(body.id, offset, bytes.subarray(0, 10)).expect(422);
    await me.append(body.id, 0, Buffer.concat([bytes, Buffer.alloc(1)])).expect(413);
    await me.append(body.id, 0, bytes, { 'content-type': 'audio/wav' });
    await me.append(body.id, 0, bytes, { 'tus-resumable': '0.2.2' }).expect(422);
    expect(await stateOf(body.id)).toMatchObject({ state: 'arriving', received: '0' });
    await me.append(body.id, 0, bytes).expect(204);
  });

  it('has one writer at a time', async () => {
    const bytes = wav(400_000);
    const { body } = await me.begin(bytes.length).expect(201);
    const answers = await Promise.all([1, 2, 3].map(() => me.append(body.id, 0, bytes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, expect.any(Number), expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await stateOf(body.id)).toMatchObject({ state: 'ready' });
  });

  it('is nobody else’s', async () => {
    const bytes = wav();
    const { body } = await me.begin(bytes.length).expect(201);
    const other = uploaderOf(evening.people[0]!.token);
    await other.append(body.id, 0, bytes).expect(404);
    await other.head(body.id).expect(404);
    await api.http.delete(other.pathOf(body.id)).set('tus-resumable', '1.0.0').expect(404);
    await api.http
      .put(other.pathOf(body.id) + '/peaks')
      .send({ peaks: [1] })
      .expect(404);
    expect(await stateOf(body.id)).toMatchObject({ state: 'arriving', gone: false });
  });

  it('is refused once works are closed, and for an event that is not theirs', async () => {
    await api.database.sql(
      `update critique_sessions set deadline_local = '2026-10-01T12:00', deadline_at = '2026-10-01T19:00Z' where id = $1`,
      [evening.critiqueSessionId],
    );
    expect((await me.begin(100).expect(409)).body.code).toBe('critique-deadline-passed');
    const elsewhere = await makeCritiqueEvening(api, { state: 'open' });
    await new Uploader(api, evening.guest.token, elsewhere.critiqueSessionId).begin(100).expect(404);
  });

  it('finds the room of the organization shared, also by those who come at once', async () => {
    const answers = await Promise.all(
      evening.people.concat(evening.guest).map(({ token }) => uploaderOf(token).begin(1_000_000)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    await api.database.sql(`update files set bytes = 1500000 where organization_id = $1`, [
      evening.organization.id,
    ]);
    const late = (await makeCritiqueEvening(api, { state: 'open' })).guest;
    expect((await uploaderOf(evening.people[0]!.token).begin(1_000_000)).body.code).toBe(
      'files-quota-reached',
    );
    expect(late.token).not.toBe('');
  });

  it('keeps how it is drawn, within bounds', async () => {
    const { id } = await me.send(wav());
    const draw = (peaks: unknown) => api.http.put(`${me.pathOf(id)}/peaks`).send({ peaks });
    await draw([0, 50, 100]).expect(204);
    for (const peaks of [[101], [-1], [0.5], ['1'], Array(801).fill(1), 'x', null])
      await draw(peaks).expect(422);
    expect(await api.database.sql('select peaks from files where id = $1', [id])).toEqual([
      { peaks: [0, 50, 100] },
    ]);
  });
});
