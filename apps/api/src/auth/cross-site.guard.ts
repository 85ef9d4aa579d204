import { DomainError } from '#libs/domain';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { Settings } from '../settings.ts';
import { FormTokens, formTokenField } from './form-tokens.ts';

const fromAnywhereKey = 'acquaint:from-anywhere';

/** The one exemption: RFC 8058 has mail programs post an unsubscribe from wherever they are, without cookie or token. */
export const FromAnywhere = (why: string): MethodDecorator => SetMetadata(fromAnywhereKey, why);

const provesFormKey = 'acquaint:proves-form';

/** A form with a file is read by its route, which proves the token before the file (pages/multipart-form.ts). */
export const ProvesItsForm = (): MethodDecorator => SetMetadata(provesFormKey, true);

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses what another site sends in a person's name, before anything looks at who that person is (rule 11). */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly forms: FormTokens,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isForeignName(request.headers, this.settings.config)) throw new DomainError('cross-site');
    if (safeMethods.includes(request.method)) return true;
    if (this.reflector.get<string | undefined>(fromAnywhereKey, context.getHandler()) !== undefined)
      return true;
    const proves = this.reflector.get<boolean | undefined>(provesFormKey, context.getHandler());
    if (isCrossSite(request.headers, this.settings.config, proves)) throw new DomainError('cross-site');
    if (isUrlEncoded(request)) this.checkForm(request);
    return true;
  }

  /** A form shows its token; nobody behind this guard has to know of that field. */
  private checkForm(request: FastifyRequest): void {
    const { [formTokenField]: token, ...typed } = (request.body ?? {}) as Record<string, unknown>;
    this.forms.refuseUnlessOurs(request, token);
    request.body = typed;
  }
}

const isUrlEncoded = (request: FastifyRequest): boolean =>
  (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');

interface SiteHeaders {
  origin?: string | undefined;
  host?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
  'content-type'?: string | undefined;
}

/**
 * Whether the headers that a page cannot forge say that another site sent this. A program without a browser sends none
 * of them and has no cookies of anybody to misuse. Pages that tell no referrer send `Origin: null`; then Sec-Fetch-Site
 * decides, and in browsers too old for it the form token, which a route behind a form with a file proves itself.
 */
export function isCrossSite(
  headers: SiteHeaders,
  { publicUrl }: Pick<Config, 'publicUrl'>,
  provesItsForm = false,
): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== 'null') return !isOurs(origin, publicUrl);
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const type = (headers['content-type'] ?? '').toLowerCase();
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  const isProven = provesItsForm && type.startsWith('multipart/form-data');
  return origin === 'null' && !isForm && !isProven;
}

/**
 * A foreign name that was made to point at this machine would be its own "same origin": it could read the mailbox of the
 * demo, and the demo signs anybody in. So looking is refused too.
 */
export function isForeignName({ host }: Pick<SiteHeaders, 'host'>, { mode }: Pick<Config, 'mode'>): boolean {
  return mode === 'demo' && !isLoopback(`http://${host ?? ''}`);
}

/** On one's own machine all loopback names with our port are the same place. */
function isOurs(origin: string, publicUrl: string): boolean {
  const ours = new URL(publicUrl);
  if (origin === ours.origin) return true;
  return isLoopback(origin) && isLoopback(publicUrl) && new URL(origin).port === ours.port;
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
