import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A calendar that programs fetch again and again. */
export interface Feed {
  file: string;
  /** When anything in it last changed; null where no row tells. */
  changedAt: Date | null;
  /** Whether anybody may have it: then it may be kept for five minutes on the way. */
  shared: boolean;
}

/**
 * Sends a feed, or 304 to whoever has it already, by RFC 9110: an entity tag counts before a time. The tag is of the bytes, so
 * it also tells of an entry that has left.
 */
export function sendFeed(request: FastifyRequest, reply: FastifyReply, feed: Feed): void {
  const etag = `"${createHash('sha256').update(feed.file).digest('base64url')}"`;
  void reply.headers({
    etag,
    'cache-control': feed.shared ? 'public, max-age=300' : 'private, no-cache',
    'referrer-policy': 'no-referrer',
    ...(feed.changedAt !== null && { 'last-modified': feed.changedAt.toUTCString() }),
  });
  if (isKnown(request, etag, feed.changedAt)) {
    void reply.status(304).send();
    return;
  }
  void reply.type('text/calendar; charset=utf-8').send(feed.file);
}

function isKnown({ headers }: FastifyRequest, etag: string, changedAt: Date | null): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // The header knows whole seconds.
  return changedAt !== null && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
