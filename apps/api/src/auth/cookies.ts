import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../settings.ts';

export type CookieName = 'session' | 'browser';

const days = 24 * 60 * 60;
export const sessionDays = 30;

/**
 * Our two cookies: the session, and a mark of the browser that form tokens and sign-in links are bound to. Behind https
 * their names carry `__Host-`, so no other host can set them; a browser refuses that prefix on plain http.
 */
@Injectable()
export class Cookies {
  private readonly https: boolean;

  constructor(settings: Settings) {
    this.https = settings.config.publicUrl.startsWith('https:');
  }

  read(request: FastifyRequest, name: CookieName): string | undefined {
    const value = request.cookies[this.nameOf(name)];
    return value === undefined || value === '' || value.length > 100 ? undefined : value;
  }

  write(reply: FastifyReply, name: CookieName, value: string): void {
    void reply.setCookie(this.nameOf(name), value, { ...this.attributes(), maxAge: sessionDays * days });
  }

  /** As if the request had carried it. */
  remember(request: FastifyRequest, name: CookieName, value: string): void {
    request.cookies[this.nameOf(name)] = value;
  }

  clear(reply: FastifyReply, name: CookieName): void {
    void reply.clearCookie(this.nameOf(name), this.attributes());
  }

  private nameOf(name: CookieName): string {
    return this.https ? `__Host-${name}` : name;
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.https };
  }
}
