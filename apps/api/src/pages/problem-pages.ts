import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { FormTokens } from '../auth/form-tokens.ts';
import { Settings } from '../settings.ts';
import { sendPage } from './page-frame.ts';
import { ProblemPage } from './problem.page.tsx';

/** What the filter knows of a refusal. */
export interface ToldProblem {
  status: number;
  code: string;
  detail: string;
}

/** Refusals for people: a page in the same look instead of JSON. It asks nothing of the database, which may be away. */
@Injectable()
export class ProblemPages {
  constructor(
    private readonly forms: FormTokens,
    private readonly settings: Settings,
  ) {}

  /** Whether a browser asked for a page; programs and the app get problem+json. */
  isFor(request: FastifyRequest): boolean {
    return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
  }

  send(request: FastifyRequest, reply: FastifyReply, problem: ToldProblem): void {
    if (problem.code === 'sign-in-needed' && request.method === 'GET') {
      void reply.redirect(`/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303);
      return;
    }
    const frame = {
      token: this.forms.formToken(request, reply),
      demo: this.settings.config.mode === 'demo' ? { now: null } : null,
    };
    const title = words.layout.problemTitles[problem.code] ?? words.layout.problemTitle(problem.status);
    const again =
      problem.code === 'form-expired' ? { action: request.url, fields: fieldsOf(request.body) } : undefined;
    sendPage(
      reply,
      createElement(ProblemPage, { frame, title, detail: problem.detail, again }),
      problem.status,
    );
  }
}

/** Everything that was filled in, to be sent again by a press of the button. */
function fieldsOf(body: unknown): [string, string][] {
  return Object.entries((body ?? {}) as Record<string, unknown>).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[0] !== 'formToken',
  );
}
