import { loggable } from '#libs/database';
import { type Category, DomainError, type ShapeError } from '#libs/domain';
import { words } from '#libs/words';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemPages } from '../pages/problem-pages.ts';
import { RefusedWith } from './refused-with.ts';

/** HTTP is decided here and nowhere else (house.md, Errors). */
const statuses: Record<Category, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: readonly ShapeError[];
  /** What a decision was about, as it stands now. */
  current?: object;
  requestId?: string;
}

/** Turns any error into RFC 9457 problem+json. An unknown one says nothing but its request id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    const refusal = problem(statuses[error.category], error.code, error.message, error.shapes);
    return error instanceof RefusedWith ? { ...refusal, current: error.current } : refusal;
  }
  const status = httpStatusOf(error);
  if (status === 404) return problem(404, 'not-found', words.problems['not-found']);
  if (status === 413) return problem(413, 'body-too-large', words.problems['body-too-large']);
  if (status >= 400 && status < 500)
    return problem(status, 'not-well-formed', words.problems['not-well-formed']);
  return { ...problem(500, 'unknown', words.problems.unknown), requestId };
}

function problem(status: number, code: string, detail: string, errors: readonly ShapeError[] = []): Problem {
  const body: Problem = { type: 'about:blank', title: words.statuses[status] ?? '', status, detail, code };
  return errors.length > 0 ? { ...body, errors } : body;
}

function httpStatusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problems');

  constructor(private readonly pages: ProblemPages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error, request.id);
    if (problem.status >= 500)
      this.log.error({ requestId: request.id, error: loggable(error), msg: 'request failed' });
    // A full queue is empty again within a second; a database that is away takes longer.
    if (problem.status === 503) void reply.header('retry-after', problem.code === 'too-busy' ? '1' : '2');
    if (this.pages.isFor(request)) this.pages.send(request, reply, problem);
    else void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
