import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import type { Config } from './config.ts';

/**
 * One strict policy for everything we serve (rule 15): own scripts and styles only, never framed. Pages that carry a
 * token add no-store themselves. Styles inline: Mantine sets custom properties on elements.
 *
 * Helmet itself, put together once: its plugin for Fastify does so for each request, which shows in
 * the profile of an RSVP.
 */
export function secureHeaders(app: NestFastifyApplication, config: Config): void {
  const https = config.publicUrl.startsWith('https:');
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 15_552_000 } : false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      secure(request.raw, reply.raw, (error) => {
        done(error instanceof Error ? error : undefined);
      });
    });
}
