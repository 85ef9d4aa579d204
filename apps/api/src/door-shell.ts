import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { doorApp } from '#libs/words';

/** Tokens of links; what else stands there is no link of ours. */
const tokens = /^[\w.~-]{1,200}$/;

const icons = [
  { src: '/door/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/door/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: '/door/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/**
 * What makes the page of the door an app: its service worker, which browsers ask for anew each time, the icons of a home
 * screen, and for each link manifests that open it there. The token is in it, as it is in the address of the page.
 * @param root the folder of the built web app
 */
export function serveDoorShell(app: NestFastifyApplication, root: string): void {
  const server = app.getHttpAdapter().getInstance();
  const files = [
    { name: 'sw.js', type: 'text/javascript; charset=utf-8', caching: 'no-cache' },
    ...icons.map(({ src, type }) => ({
      name: src.replace('/door/', ''),
      type,
      caching: 'public, max-age=86400',
    })),
  ];
  for (const { name, type, caching } of files) {
    const file = readFileSync(resolve(root, 'door', name));
    server.get(`/door/${name}`, (_, reply) => reply.type(type).header('cache-control', caching).send(file));
  }
  server.get<Asked>('/door/:token/manifest.webmanifest', ({ params, query }, reply) => {
    if (!tokens.test(params.token)) return reply.code(404).send();
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(manifestOf(params.token, 'kiosk' in query)));
  });
}

interface Asked {
  Params: { token: string };
  Querystring: { kiosk?: string };
}

/** A tablet at which people check themselves in opens as one, and beside the door of its staff it is an app of its own. */
const manifestOf = (token: string, isKiosk: boolean) => ({
  id: addressOf(token, isKiosk),
  name: isKiosk ? doorApp.kiosk.name : doorApp.name,
  start_url: addressOf(token, isKiosk),
  scope: '/door/',
  display: 'standalone',
  background_color: '#171412',
  theme_color: '#110f0d',
  icons,
});

const addressOf = (token: string, isKiosk: boolean): string => `/door/${token}${isKiosk ? '?kiosk' : ''}`;
