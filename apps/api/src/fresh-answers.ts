import { createHash } from 'node:crypto';

/** A rendered answer, ready to be sent, and the tag by which a client asks whether it changed. */
export interface Answer {
  body: Buffer;
  etag: string;
}

interface Kept {
  answer: Promise<Answer>;
  askedAt: number;
}

/** Far more than are asked for within a second; about 10 MB of lists. */
const most = 200;

/**
 * Answers that are the same for everybody, rendered once for all who ask within `maxAgeMs`: so a page that everybody
 * opens at once costs the database one look. An answer is at most that much older than its question; what is behind us
 * is told by Cache-Control. 0: nobody is given an answer that was begun before they asked.
 */
export class FreshAnswers {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly maxAgeMs: number) {}

  /** A failed rendering is told to everybody who waited for it and is not kept. */
  get(key: string, render: () => Promise<object>): Promise<Answer> {
    const now = performance.now();
    const known = this.kept.get(key);
    if (known !== undefined && now - known.askedAt < this.maxAgeMs) return known.answer;
    const answer = rendered(render);
    this.keep(key, { answer, askedAt: now });
    answer.catch(() => this.kept.delete(key));
    return answer;
  }

  /** The oldest goes first. */
  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= most && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, kept);
  }
}

async function rendered(render: () => Promise<object>): Promise<Answer> {
  const body = Buffer.from(JSON.stringify(await render()));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, etag };
}

/** Whether an If-None-Match names this answer; a proxy that compresses marks its tag as weak. */
export function isKnown(ifNoneMatch: string | undefined, { etag }: Answer): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
