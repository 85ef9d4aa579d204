import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { Database, hashToken, newToken, openDataSource, parseKeys, setClock } from '#libs/database';
import { newId } from '#libs/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { createApp } from '../../apps/api/src/app.ts';
import type { Config } from '../../apps/api/src/config.ts';
import { type TestDatabase, createDatabase } from './postgres.ts';

export const testKeys = `t1:${Buffer.alloc(32, 7).toString('base64url')}`;

const megabyte = 1024 * 1024;

export interface Api {
  app: NestFastifyApplication;
  /** Where it listens, also the PUBLIC_URL of its links. */
  url: string;
  config: Config;
  database: TestDatabase;
  /** The same door the api uses, for arranging and for asking. */
  db: Database;
  http: ReturnType<typeof supertest>;
  /** A Cookie header of a fresh session of this person. */
  cookieOf(personId: string): Promise<string>;
  /** Product time, at once. */
  setTime(instant: string): Promise<void>;
  stop(): Promise<void>;
}

/** The whole api on a fresh database, listening; only the clock is ours. */
export async function startApi(
  options: {
    database?: TestDatabase;
    webFolder?: string;
    time?: string;
    /** Less room for files than there is. */
    files?: Partial<Config['files']>;
  } = {},
): Promise<Api> {
  const database = options.database ?? (await createDatabase());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-files-'));
  const config: Config = {
    mode: 'test',
    databaseUrl: database.appUrl,
    publicUrl: url,
    host: '127.0.0.1',
    port,
    keys: parseKeys(testKeys),
    trustedProxies: [],
    mailWebhookSecret: 'webhook-'.repeat(4),
    webFolder: options.webFolder ?? null,
    files: { folder, s3: null, maxBytes: 200 * megabyte, quotaBytes: 20_000 * megabyte, ...options.files },
  };
  const app = await createApp(config);
  await app.listen(port, '127.0.0.1');
  const db = new Database(await openDataSource(database.appUrl, 'test', 'acquaint-test', 4));
  const api: Api = {
    app,
    url,
    config,
    database,
    db,
    http: supertest(url),
    cookieOf: (personId) => cookieOf(database, personId),
    setTime: (instant) => db.write({ kind: 'system' }, (tx) => setClock(tx, new Date(instant))),
    stop: async () => {
      await db.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
      if (options.database === undefined) await database.drop();
    },
  };
  if (options.time !== undefined) await api.setTime(options.time);
  return api;
}

export async function cookieOf(database: TestDatabase, personId: string): Promise<string> {
  const token = newToken();
  await database.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at)
     select $1, $2, id, session_epoch, now() + interval '1 day' from people where id = $3`,
    [newId(), hashToken(token), personId],
  );
  return `session=${token}`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
