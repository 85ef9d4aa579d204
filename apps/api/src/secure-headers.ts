import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import type { Config } from './config.ts';

/** Pages that read a code with the camera: the reader is WebAssembly, which a policy has to allow by name. */
const reads = /^\/(?:door|evening)\//;

/**
 * One strict policy for everything we serve (rule 15): own scripts and styles only, never framed. Pages that carry a
 * token add no-store themselves. Styles inline: Mantine sets custom properties on elements.
 *
 * Helmet itself, put together once: its plugin for Fastify does so for each request, which shows in
 * the profile of an RSVP.
 */
export function secureHeaders(app: NestFastifyApplication, config: Config): void {
  const https = config.publicUrl.startsWith('https:');
  const secure = headersOf(https, {});
  const secureReading = headersOf(https, { scriptSrc: ["'self'", "'wasm-unsafe-eval'"] });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const set = reads.test(request.url) ? secureReading : secure;
      set(request.raw, reply.raw, (error) => {
        done(error instanceof Error ? error : undefined);
      });
    });
}

function headersOf(https: boolean, more: Record<string, string[]>): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        ...more,
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // The pages of a work are fetched and shown by the browser's own viewer.
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 15_552_000 } : false,
  });
}
