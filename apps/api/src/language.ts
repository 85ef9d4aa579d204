import { AsyncLocalStorage } from 'node:async_hooks';
import { type Language, isLanguage, learnEverything, listenTo, preferredLanguage } from '#libs/words';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Holds what a reader chose on the page of languages; kept in the browser, so that it counts before anybody signs in. */
export const languageCookie = 'language';

/** The one thing that is known of a request without being handed on: house.md forbids that for scopes and transactions. */
const reader = new AsyncLocalStorage<Language>();

/** What its reader chose in this browser, else what the browser asks for; null when that is none of ours. */
export function languageAsked({ headers }: Pick<FastifyRequest, 'headers'>): Language | null {
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z]{2})(?:;|$)`).exec(headers.cookie ?? '')?.[1];
  return isLanguage(chosen) ? chosen : preferredLanguage(headers['accept-language']);
}

/** Answers every request in the language of its reader, whatever part of the api finds the words. */
export async function speakTheirLanguage(app: NestFastifyApplication): Promise<void> {
  await learnEverything();
  listenTo(() => reader.getStore());
  const server = app.getHttpAdapter().getInstance();
  const enter = (request: FastifyRequest, _reply: unknown, done: () => void): void => {
    reader.run(languageAsked(request) ?? 'en', done);
  };
  server.addHook('onRequest', enter);
  // Once more, because reading a body goes on in the socket's own time, which knows nothing of the request.
  server.addHook('preValidation', enter);
}

/** Keeps a choice in this browser for a year. The apps there read it too, so it is no secret of the server. */
export function keepLanguage(reply: FastifyReply, language: Language, isHttps: boolean): void {
  void reply.setCookie(languageCookie, language, {
    path: '/',
    sameSite: 'lax',
    secure: isHttps,
    maxAge: 365 * 24 * 60 * 60,
  });
}
