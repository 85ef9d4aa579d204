import { Database } from '#libs/database';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ReactElement, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormTokens } from '../auth/form-tokens.ts';
import { Settings } from '../settings.ts';
import { type Demo, PagePath } from './layout.tsx';

/** What a page needs besides its own facts. */
export interface Frame {
  /** For `Form`. */
  token: string;
  /** For `Page`. */
  demo: Demo | null;
}

@Injectable()
export class PageFrame {
  constructor(
    private readonly forms: FormTokens,
    private readonly settings: Settings,
    private readonly db: Database,
  ) {}

  async of(request: FastifyRequest, reply: FastifyReply): Promise<Frame> {
    return { token: this.forms.formToken(request, reply), demo: await this.demo() };
  }

  private async demo(): Promise<Demo | null> {
    if (this.settings.config.mode !== 'demo') return null;
    return this.db.read({ kind: 'public' }, (reader) => Promise.resolve({ now: reader.now }));
  }
}

/**
 * Sends a page. Every page carries a token of this browser, and some a secret in their address, so none is stored
 * anywhere and none tells where its reader came from (rule 15).
 */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): void {
  const { method, url } = reply.request;
  const placed = createElement(PagePath, { value: method === 'GET' ? url : null }, page);
  void reply
    .status(status)
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToStaticMarkup(placed)}`);
}
