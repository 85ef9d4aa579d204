import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveDoorShell } from './door-shell.ts';

/**
 * Serves the built web app: its assets carry a hash in their names and may be kept for ever, and travel as the build has
 * compressed them where the browser takes that; every other address below /app/ is a screen of the one page, and one below
 * /critique/ of the page of those who bring and hear works, and below /evening/ of the phones of an evening, which are
 * always asked for anew.
 * @throws Error when the folder holds no build
 */
export async function serveWebApp(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = resolve(folder);
  await app.register(fastifyStatic, {
    root: resolve(root, 'assets'),
    prefix: '/app/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    index: false,
    preCompressed: true,
  });
  const server = app.getHttpAdapter().getInstance();
  serveDoorShell(app, root);
  const pages = [
    { url: '/app', file: 'index.html', caching: 'no-cache' },
    { url: '/app/*', file: 'index.html', caching: 'no-cache' },
    // Its address is a link that opens an evening for whoever has it (rule 15).
    { url: '/critique/*', file: 'critique.html', caching: 'no-store' },
    { url: '/evening/*', file: 'evening.html', caching: 'no-store' },
    { url: '/door/*', file: 'door.html', caching: 'no-store' },
  ];
  for (const { url, file, caching } of pages) {
    const page = readFileSync(resolve(root, file));
    server.get(url, (_, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', caching).send(page),
    );
  }
}
