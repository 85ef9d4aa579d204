import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiDocument } from './api-document.ts';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';

// Writes openapi.json, or with --check says whether it is the document of this build. Needs no database: in Nest's
// preview mode nothing is instantiated, only the routes and shapes are read.

const file = new URL('../../../../openapi.json', import.meta.url);

/** Demo mode, because it has every route there is. */
const config: Config = {
  mode: 'demo',
  databaseUrl: 'postgres://nobody@127.0.0.1/none',
  publicUrl: 'http://localhost:3000',
  host: '127.0.0.1',
  port: 0,
  keys: { current: { id: 'none', secret: Buffer.alloc(32) }, all: new Map() },
  trustedProxies: [],
  webFolder: null,
  mailWebhookSecret: null,
  files: { folder: '', s3: null, maxBytes: 1, quotaBytes: 1 },
};

/** Two classes of one name would be one shape in the document, the last one; Nest only warns of it. */
class Strict extends ConsoleLogger {
  override warn(said: unknown): void {
    if (!String(said).startsWith('Duplicate DTO')) return;
    this.error(said);
    process.exitCode = 1;
  }
}

const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), new FastifyAdapter(), {
  preview: true,
  logger: new Strict({ logLevels: ['warn', 'error'] }),
  abortOnError: false,
});
const text = `${JSON.stringify(apiDocument(app), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(file, text);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  process.stderr.write(
    'openapi.json is not the document of this build: run npm run openapi and commit it.\n',
  );
  process.exitCode = 1;
}
