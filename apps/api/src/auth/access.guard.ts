import { Database } from '#libs/database';
import { DomainError, Member, inOrganization } from '#libs/domain';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { INestApplication } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Access, type AccessRequest, accessKey } from './access.ts';
import { onceOf, repeatableKey, takesKey } from './idempotency-key.ts';
import { Strategies } from './strategies.ts';

/** The one guard, closed by default: a route without a word on access never gets here, the app refuses to boot. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly strategies: Strategies,
    private readonly db: Database,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<AccessRequest>();
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === undefined) throw new DomainError('not-allowed');
    refuseMalformedIds(request.params as Record<string, string>);
    const viewer = await this.strategies.viewerOf(request, http.getResponse<FastifyReply>());
    if (viewer !== undefined) request.viewer = viewer;
    await this.admit(request, access);
    this.readKey(context, request);
    return true;
  }

  private async admit(request: AccessRequest, access: Access): Promise<void> {
    if ('public' in access) return;
    if (request.viewer === undefined) throw new DomainError('sign-in-needed');
    if ('signedIn' in access) return;
    const { organizationId, eventId } = request.params as { organizationId?: string; eventId?: string };
    request.member = await this.memberOf(request.viewer.personId, organizationId);
    request.member.refuseUnlessMay(access.can, eventId);
  }

  /** After access is settled, so that a right that was lost meanwhile is not answered from what was stored. */
  private readKey(context: ExecutionContext, request: AccessRequest): void {
    const repeatable = this.reflector.get<string | undefined>(repeatableKey, context.getHandler());
    if (!takesKey({ method: request.method, path: request.url, repeatable })) return;
    const once = onceOf(request, context.switchToHttp().getResponse<FastifyReply>());
    if (once === undefined) return;
    request.once = once;
    if (request.member !== undefined) request.member.once = once;
  }

  /** Somebody else's organization and one that does not exist are the same 404. */
  private async memberOf(personId: string, organizationId: string | undefined): Promise<Member> {
    if (organizationId === undefined) throw new DomainError('not-found');
    const scope = inOrganization(organizationId, { kind: 'person', id: personId });
    const member = await this.db.read(scope, (reader) => reader.one(Member, { organizationId, personId }));
    if (member === null) throw new DomainError('not-found');
    return member;
  }
}

/** An id that cannot exist is not found; it never reaches a statement. */
function refuseMalformedIds(params: Record<string, string>): void {
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('Id') && !isUuid(value)) throw new DomainError('not-found');
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** @throws Error naming every route that says neither @Can, @SignedIn nor @Public */
export function refuseUnguardedRoutes(app: INestApplication): void {
  const scanner = new MetadataScanner();
  const unguarded = app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method] ?? {}))
        .filter((method) => !Reflect.hasMetadata(accessKey, prototype[method] ?? {}))
        .map((method) => `${String(name)}.${method}`);
    });
  if (unguarded.length > 0) throw new Error(`These routes say nothing about access: ${unguarded.join(', ')}`);
}
