import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import S3rver from '@20minutes/s3rver';

const bucket = 'works';
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1' };

export type Bucket = Awaited<ReturnType<typeof openBucket>>;

/**
 * A small S3 with one bucket, behind a door at which a request can be made to wait. The small S3 neither tells of uploads in
 * parts nor ends them; the door does both, as S3 would.
 */
export async function openBucket() {
  const folder = await mkdtemp(join(tmpdir(), 'acquaint-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  let holds: ((request: IncomingMessage) => boolean) | undefined;
  let reached = (): void => undefined;
  const door = createServer((asked, answer) => {
    if (holds?.(asked) !== true) {
      const parts = partsAsked(asked, join(folder, bucket, '._S3rver_uploads'));
      if (parts === null) passOn(port, asked, answer);
      else void parts.then((xml) => answer.end(xml));
      return;
    }
    // It never gets an answer; whoever waits for it was meant to be killed.
    asked.resume();
    reached();
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  return {
    folder,
    settings: { endpoint, bucket, ...keys },
    /** As the environment of an api says it. */
    environment: {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
    },
    /** Such a request waits for ever. @returns once the first one has come */
    hold: (which: (request: IncomingMessage) => boolean): Promise<void> => {
      holds = which;
      return new Promise((resolve) => (reached = resolve));
    },
    letGo: (): void => {
      holds = undefined;
    },
    close: async (): Promise<void> => {
      door.closeAllConnections();
      door.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What S3 says of uploads in parts, and their end; null for anything else. */
function partsAsked({ method, url = '' }: IncomingMessage, uploads: string): Promise<string> | null {
  const query = new URL(url, 'http://s3').searchParams;
  if (method === 'GET' && query.has('uploads')) return listParts(uploads);
  const id = query.get('uploadId');
  if (method !== 'DELETE' || id === null) return null;
  return rm(join(uploads, id), { recursive: true, force: true }).then(() => '');
}

async function listParts(uploads: string): Promise<string> {
  const all = await readdir(uploads).catch(() => []);
  const entries = await Promise.all(
    all.map(async (id) => {
      const key = join(uploads, id, 'key');
      const [name, { mtime }] = [await readFile(key, 'utf8'), await stat(key)];
      const begun = `<Initiated>${mtime.toISOString()}</Initiated>`;
      return `<Upload><Key>${name}</Key><UploadId>${id}</UploadId>${begun}</Upload>`;
    }),
  );
  return `<ListMultipartUploadsResult>${entries.join('')}</ListMultipartUploadsResult>`;
}

/** The host as it was signed. */
function passOn(port: number, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url: path, headers } = asked;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    pipeline(response, answer, () => undefined);
  });
  onward.on('error', () => answer.destroy());
  pipeline(asked, onward, () => undefined);
}
