import { PassThrough } from 'node:stream';
import { loggable } from '#libs/database';
import { Logger, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../problems/problem.filter.ts';

/** One JSON value a line, as they come: what a browser reads with fetch, and leaves with an AbortController. */
export const progressLines = 'application/x-ndjson';

/** Long work for somebody who waits: `signal` says when nobody does any more, `tell` what to show meanwhile. */
export type Work<Progress, Done> = (waiting: {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
}) => Promise<Done>;

const log = new Logger('problems');

/**
 * The answer to a request that may take long. Whoever accepts lines gets `{ progress }` while it lasts and `{ done }` or
 * `{ problem }` at the end; anybody else what was done, or its refusal, and nothing before. A refusal that comes before
 * the first progress is an ordinary one for both. Work stops when the connection closes.
 */
export async function answerWithProgress<Progress, Done extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: Work<Progress, Done>,
): Promise<Done | StreamableFile | undefined> {
  const signal = closingOf(reply);
  if (!acceptsLines(request)) {
    const done = work({ signal, tell: () => undefined });
    return done.catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return undefined;
    });
  }
  const lines = new PassThrough();
  const say = (line: { progress: Progress } | { done: Done } | { problem: object }): void => {
    if (!signal.aborted) lines.write(`${JSON.stringify(line)}\n`);
  };
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const working = work({
    signal,
    tell: (progress) => {
      say({ progress });
      begin();
    },
  });
  const answered = working.then(
    (done) => {
      say({ done });
    },
    (error: unknown) => {
      if (signal.aborted) return;
      const problem = problemOf(error, request.id);
      if (problem.status >= 500)
        log.error({ requestId: request.id, error: loggable(error), msg: 'work failed' });
      say({ problem });
    },
  );
  void answered.then(() => lines.end());
  await Promise.race([begun, working]).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  if (signal.aborted) return undefined;
  // Some proxies gather an answer before they pass it on, and a stored copy would be of use to nobody.
  void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
  return new StreamableFile(lines, { type: progressLines });
}

function acceptsLines({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes(progressLines) ?? false;
}

function closingOf({ raw }: FastifyReply): AbortSignal {
  const closing = new AbortController();
  raw.once('close', () => {
    closing.abort();
  });
  // A page that is left sends its last request and closes before anybody has looked at it.
  if (raw.closed || raw.destroyed || raw.socket?.destroyed === true) closing.abort();
  return closing.signal;
}
