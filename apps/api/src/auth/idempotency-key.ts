import { createHash } from 'node:crypto';
import { DomainError, type Once } from '#libs/domain';
import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccessRequest } from './access.ts';

export const repeatableKey = 'acquaint:repeatable';

/** For a route of the API that changes something and takes no Idempotency-Key; the reason says why that is safe. */
export const Repeatable = (why: string): MethodDecorator => SetMetadata(repeatableKey, why);

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Whether such a route is one that a key belongs to: it is unsafe, of the API, and says nothing else (rule 29). */
export function takesKey(route: { method: string; path: string; repeatable: string | undefined }): boolean {
  return (
    route.path.startsWith('/api/v1/') && !safeMethods.includes(route.method) && route.repeatable === undefined
  );
}

const wellFormed = /^[\x21-\x7e]{8,200}$/;

/**
 * What the Idempotency-Key of a request stands for; undefined when it has none.
 * @throws DomainError idempotency-key-malformed
 */
export function onceOf(request: AccessRequest, reply: FastifyReply): Once | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !wellFormed.test(key)) throw new DomainError('idempotency-key-malformed');
  return {
    owner: request.viewer === undefined ? 'anybody' : `person:${request.viewer.personId}`,
    key,
    fingerprint: fingerprintOf(request),
    step: 0,
    onRepeat: () => void reply.header('idempotency-replayed', 'true'),
  };
}

function fingerprintOf(request: AccessRequest): Buffer {
  const { method, url, body, headers } = request;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  // A file has not been read yet when its key is looked at; its length stands for it. The boundary changes with each try.
  const content =
    type.trim().toLowerCase() === 'multipart/form-data'
      ? ['multipart/form-data', headers['content-length']]
      : body;
  return createHash('sha256')
    .update(JSON.stringify([method, url, content ?? null]))
    .digest();
}

/** The key of a request without a member, for the scope of its write: `inOrganization(id, actor, once)`. */
export const Keyed = createParamDecorator(
  (_: unknown, context: ExecutionContext): Once | undefined =>
    context.switchToHttp().getRequest<AccessRequest>().once,
);
