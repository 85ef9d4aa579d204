import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Reader } from '#libs/database';
import { openStorage } from '#libs/files';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type CritiqueEvening, makeCritiqueEvening } from '../../../../test/support/critique-evening.ts';
import { noise } from '../../../../test/support/made-files.ts';
import { Sending, Uploader } from '../../../../test/support/uploads.ts';
import { until } from '../../../../test/support/worker.ts';
import { withPatience } from './patience.ts';

// What a phone that loses its network, or two of them at once, may do to a file: nothing.

const megabyte = 1024 * 1024;
const quotaBytes = 20 * megabyte;

let api: Api;
let evening: CritiqueEvening;
let me: Uploader;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-10T17:00:00Z', files: { quotaBytes } });
});
beforeEach(async () => {
  evening = await makeCritiqueEvening(api, { state: 'open' });
  me = uploaderOf(evening.guest.token);
});
afterAll(() => api.stop());

const uploaderOf = (token: string) => new Uploader(api, token, evening.critiqueSessionId);
const sending = (id: string, offset: number, length: number) =>
  new Sending(`${api.url}${me.pathOf(id)}`, offset, length);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function rowOf(id: string) {
  const [row] = await api.database.sql<{
    state: string;
    received: number;
    writer: string | null;
    key: string;
  }>('select state, received::int as received, writer, storage_key as key from files where id = $1', [id]);
  return row!;
}

const diskBytes = async (id: string): Promise<Buffer> =>
  readFile(join(api.config.files.folder, 'arriving', (await rowOf(id)).key)).catch(() => Buffer.alloc(0));

const offsetOf = async (id: string): Promise<number> =>
  Number((await me.head(id).expect(200)).headers['upload-offset']);

async function begin(length: number): Promise<string> {
  return ((await me.begin(length).expect(201)).body as { id: string }).id;
}

/** What is kept of it in the end. */
async function kept(id: string): Promise<string> {
  const { key } = await rowOf(id);
  const storage = openStorage(api.config.files);
  const size = (await storage.size(key)) ?? 0;
  const pieces = (await (await storage.read(key, { start: 0, end: size - 1 })).toArray()) as Buffer[];
  return sha256(Buffer.concat(pieces));
}

const nobodyWrites = (id: string) =>
  until(async () => (await rowOf(id)).writer === null, 'Somebody still writes');

describe('an upload whose connection breaks', () => {
  it('says what has arrived, which is what was sent, and goes on there to the same bytes', async () => {
    const bytes = noise(3 * megabyte + 1);
    const id = await begin(bytes.length);
    let offset = 0;
    // Pieces of every kind: a byte, less than a packet, more than a buffer.
    for (const size of [1, 43, 1000, 65_536, 65_537, 700_000, 1_500_000]) {
      const request = sending(id, offset, bytes.length - offset);
      const upTo = offset + size;
      await request.write(bytes.subarray(offset, upTo));
      await until(async () => (await diskBytes(id)).length >= upTo, 'It did not arrive');
      request.cut();
      await nobodyWrites(id);
      offset = await offsetOf(id);
      const there = await diskBytes(id);
      expect([offset, there.subarray(0, offset).equals(bytes.subarray(0, offset))]).toEqual([upTo, true]);
    }
    await me.append(id, offset, bytes.subarray(offset)).expect(204);
    expect(await kept(id)).toBe(sha256(bytes));
  });

  it('before its first byte, or just before its last, stands where it stood', async () => {
    const bytes = noise(10_000);
    const id = await begin(bytes.length);
    for (const upTo of [0, bytes.length - 1]) {
      const offset = await offsetOf(id);
      const request = sending(id, offset, bytes.length - offset);
      await until(async () => (await rowOf(id)).writer !== null, 'It did not begin');
      await request.write(bytes.subarray(offset, upTo));
      await until(async () => (await diskBytes(id)).length >= upTo, 'It did not arrive');
      request.cut();
      await nobodyWrites(id);
      expect([await offsetOf(id), (await rowOf(id)).state]).toEqual([upTo, 'arriving']);
    }
    await me.append(id, bytes.length - 1, bytes.subarray(-1)).expect(204);
    expect(await kept(id)).toBe(sha256(bytes));
  });

  it('is given up when nothing comes for a while', async () => {
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => undefined);
    }
    const got: number[] = [];
    const reading = (async () => {
      for await (const piece of withPatience(slow(), 20)) got.push(piece);
    })();
    await expect(reading).rejects.toThrow('Nothing came');
    expect(got).toEqual([1]);
  });
});

describe('bytes', () => {
  it('at another place than the next one are refused, and change nothing', async () => {
    const bytes = noise(20_000);
    const id = await begin(bytes.length);
    await me.append(id, 0, bytes.subarray(0, 12_000)).expect(204);
    for (const offset of [0, 1, 11_999, 12_001, 19_999]) {
      const { status, body } = await me.append(id, offset, Buffer.alloc(1));
      expect([offset, status, (body as { code: string }).code]).toEqual([offset, 409, 'upload-elsewhere']);
      expect(await offsetOf(id)).toBe(12_000);
    }
    await me.append(id, 12_000, bytes.subarray(12_000)).expect(204);
    expect(await kept(id)).toBe(sha256(bytes));
  });

  /** A second sender comes while the first one is at it. @returns what each is answered, and whether the first's bytes are kept */
  async function two(): Promise<{ codes: unknown[]; whole: boolean }> {
    const bytes = noise(400_000);
    const id = await begin(bytes.length);
    const first = sending(id, 0, bytes.length);
    await first.write(bytes.subarray(0, 200_000));
    await until(async () => (await diskBytes(id)).length >= 200_000, 'It did not arrive');
    const second = await me.append(id, 0, noise(1000));
    await first.write(bytes.subarray(200_000));
    first.end();
    const answer = await first.answer;
    const ready = (await rowOf(id)).state === 'ready';
    return {
      codes: [second.status, (second.body as { code?: string }).code, answer?.status],
      whole: ready && (await kept(id)) === sha256(bytes),
    };
  }

  it('come from one writer at a time', async () => {
    expect(await two()).toEqual({ codes: [409, 'upload-busy', 204], whole: true });
  });

  it('would be seen to come from two (control)', async () => {
    // Nobody is noted as the writer.
    await api.database.sql(
      `create function no_writer() returns trigger language plpgsql as $$ begin new.writer := null; return new; end $$`,
    );
    await api.database.sql(
      'create trigger no_writer before update on files for each row execute function no_writer()',
    );
    try {
      const { codes, whole } = await two();
      expect([codes[0], whole]).toEqual([204, false]);
    } finally {
      await api.database.sql('drop trigger no_writer on files; drop function no_writer()');
    }
  });
});

describe('the room of an organization', () => {
  /** Everybody begins at once; each would fit by themself. @returns bytes promised in the end */
  async function everybodyAtOnce(): Promise<number> {
    const people = [...evening.people, evening.guest];
    // The count and the row stay apart for long enough that all counts come before all rows.
    await api.database.sql(
      `create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return new; end $$`,
    );
    await api.database.sql(
      'create trigger linger before insert on files for each row execute function linger()',
    );
    try {
      const answers = await Promise.all(people.map(({ token }) => uploaderOf(token).begin(6 * megabyte)));
      const refused = answers.filter(({ status }) => status !== 201);
      expect(refused.map(({ body }) => (body as { code: string }).code)).toEqual(
        refused.map(() => 'files-quota-reached'),
      );
    } finally {
      await api.database.sql('drop trigger linger on files; drop function linger()');
    }
    const [row] = await api.database.sql<{ bytes: number }>(
      `select coalesce(sum(bytes), 0)::float8 as bytes from files where organization_id = $1 and delete_at is null`,
      [evening.organization.id],
    );
    return row!.bytes;
  }

  it('is not exceeded by those who come at once', async () => {
    expect(await everybodyAtOnce()).toBe(18 * megabyte);
  });

  it('would be exceeded if they were not counted one after the other (control)', async () => {
    type Query = Reader['query'];
    const query: Query = Reflect.get<Reader, 'query'>(Reader.prototype, 'query');
    Reader.prototype.query = function <Row>(
      this: Reader,
      ...[text, values]: Parameters<Query>
    ): Promise<Row[]> {
      if (text.includes('from organizations where id = $1 for no key update')) return Promise.resolve([]);
      return query.call<Reader, Parameters<Query>, Promise<Row[]>>(this, text, values);
    };
    try {
      expect(await everybodyAtOnce()).toBeGreaterThan(quotaBytes);
    } finally {
      Reader.prototype.query = query;
    }
  });
});
