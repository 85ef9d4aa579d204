import { createHmac } from 'node:crypto';
import { Database, sameHash } from '#libs/database';
import { DomainError, notFound } from '#libs/domain';
import { type CanActivate, type ExecutionContext, Injectable, type RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../settings.ts';

export const signatureHeader = 'acquaint-signature';

/** How far the clocks of two machines may be apart, and how long a request that was overheard is worth something. */
const toleranceSeconds = 300;

/** "t=<seconds since 1970>,v1=<hex HMAC-SHA256 of "<t>.<body>">": nothing is read before that is proven. */
@Injectable()
export class ReportSignature implements CanActivate {
  constructor(
    private readonly settings: Settings,
    private readonly db: Database,
  ) {}

  /** @throws DomainError signature-wrong; not-found where no secret is set, as if there were no such address */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { mailWebhookSecret: secret } = this.settings.config;
    if (secret === null) throw notFound();
    const request = context.switchToHttp().getRequest<RawBodyRequest<FastifyRequest>>();
    const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(request.headers[signatureHeader] ?? ''));
    const [, at = '', given = ''] = parts ?? [];
    if (parts === null || !sameHash(Buffer.from(given, 'hex'), signatureOf(secret, at, bytesOf(request))))
      throw new DomainError('signature-wrong');
    if (Math.abs((await this.realTime()) - Number(at)) > toleranceSeconds)
      throw new DomainError('signature-wrong');
    return true;
  }

  /** Seconds: the sender knows nothing of product time. */
  private realTime(): Promise<number> {
    return this.db.read({ kind: 'public' }, async (reader) => {
      const [row] = await reader.query<{ now: number }>(
        'select extract(epoch from clock_timestamp())::float8 as now',
      );
      return row?.now ?? 0;
    });
  }
}

/** @param at seconds since 1970, as it stands in the header */
export const signatureOf = (secret: string, at: string, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${at}.`).update(body).digest();

/** JSON is kept as it came beside what was read of it; a message is nothing but its bytes. */
function bytesOf({ rawBody, body }: RawBodyRequest<FastifyRequest>): Uint8Array {
  return rawBody ?? (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
}
