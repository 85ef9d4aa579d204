import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Serves the built web app: its assets carry a hash in their names and may be kept for ever; every other address below
 * /app/ is a screen of the one page, which is always asked for anew.
 * @throws Error when the folder holds no build
 */
export async function serveWebApp(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = resolve(folder);
  const page = readFileSync(resolve(root, 'index.html'));
  await app.register(fastifyStatic, {
    root: resolve(root, 'assets'),
    prefix: '/app/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    index: false,
  });
  const server = app.getHttpAdapter().getInstance();
  for (const url of ['/app', '/app/*']) {
    server.get(url, (_, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    );
  }
}
