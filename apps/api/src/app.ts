import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveApiDocs } from './api-docs.ts';
import { AppModule } from './app.module.ts';
import { refuseUnguardedRoutes } from './auth/access.guard.ts';
import type { Config } from './config.ts';
import { speakTheirLanguage } from './language.ts';
import { JsonLog } from './log.ts';
import { ProblemPages } from './pages/problem-pages.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { validation } from './problems/validation.pipe.ts';
import { secureHeaders } from './secure-headers.ts';
import { serveWebApp } from './web-app.ts';

/** Bodies hold at most 256 kB (rule 25); uploads have their own cap on their route. */
const bodyLimit = 256 * 1024;

/** The whole api, not listening yet: main.ts and the tests start the same thing. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: new JsonLog('api', config.mode),
    abortOnError: false,
    // A signature is of the bytes, not of what was read of them.
    rawBody: true,
  });
  await app.register(cookie);
  // It parses nothing by itself: the one route that takes a file asks for it once the guards have let the request in.
  await app.register(multipart);
  // Read by its route as it comes, after the guards.
  adapter.getInstance().addContentTypeParser('application/offset+octet-stream', (_, payload, done) => {
    done(null, payload);
  });
  adapter.getInstance().addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, (_, body, done) => {
    done(null, body);
  });
  secureHeaders(app, config);
  await speakTheirLanguage(app);
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter(app.get(ProblemPages)));
  refuseUnguardedRoutes(app);
  serveApiDocs(app);
  if (config.webFolder !== null) await serveWebApp(app, config.webFolder);
  return app;
}
