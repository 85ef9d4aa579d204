import { type Keys, hashToken, keyedHash, newToken, sameHash } from '#libs/database';
import { DomainError } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../settings.ts';
import { Cookies } from './cookies.ts';

/** The hidden field of every form of ours. */
export const formTokenField = 'formToken';

/**
 * Marks a browser with a cookie, and proves that a form came from a page this browser got from us (rule 11): the token
 * is an HMAC of the mark, so no table is needed and a form may stay open for as long as the cookie lives.
 */
@Injectable()
export class FormTokens {
  private readonly keys: Keys;

  constructor(
    private readonly cookies: Cookies,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
  }

  /** The token for a form on the page that this reply is. */
  formToken(request: FastifyRequest, reply: FastifyReply): string {
    return keyedHash(this.keys, 'form', this.markOf(request, reply)).toString('base64url');
  }

  /** @throws DomainError form-expired when the token was not made for this browser */
  refuseUnlessOurs(request: FastifyRequest, token: unknown): void {
    const mark = this.cookies.read(request, 'browser');
    const given = Buffer.from(typeof token === 'string' ? token : '', 'base64url');
    const fits =
      mark !== undefined &&
      [...this.keys.all.keys()].some((keyId) => sameHash(given, keyedHash(this.keys, 'form', mark, keyId)));
    if (!fits) throw new DomainError('form-expired');
  }

  /** What the tables keep of the asking browser's mark; the mark is set when there is none yet. */
  browserHash(request: FastifyRequest, reply: FastifyReply): Buffer {
    return hashToken(this.markOf(request, reply));
  }

  /** The same for a browser that has to have a mark already; null when it has none. */
  knownBrowserHash(request: FastifyRequest): Buffer | null {
    const mark = this.cookies.read(request, 'browser');
    return mark === undefined ? null : hashToken(mark);
  }

  private markOf(request: FastifyRequest, reply: FastifyReply): string {
    const mark = this.cookies.read(request, 'browser');
    if (mark !== undefined) return mark;
    const fresh = newToken();
    this.cookies.write(reply, 'browser', fresh);
    // Later callers of this very request mean the same browser.
    this.cookies.remember(request, 'browser', fresh);
    return fresh;
  }
}
