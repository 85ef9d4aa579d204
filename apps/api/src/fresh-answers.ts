import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** A rendered answer, ready to be sent, and the tag by which a client asks whether it changed. */
export interface Answer {
  body: Buffer;
  etag: string;
  /** For whoever takes it, once it is worth it: from the second asking on. */
  gzipped?: Buffer;
}

interface Kept {
  answer: Promise<Answer>;
  askedAt: number;
  again: boolean;
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
    if (known !== undefined && now - known.askedAt < this.maxAgeMs) return shared(known);
    const answer = rendered(render);
    this.keep(key, { answer, askedAt: now, again: false });
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

/** Asked for again, so it is compressed once for everybody: a list becomes a tenth, and is sent in half the time. */
function shared(kept: Kept): Promise<Answer> {
  if (!kept.again) {
    kept.again = true;
    kept.answer = kept.answer.then(async (answer) => ({ ...answer, gzipped: await compress(answer.body) }));
  }
  return kept.answer;
}

async function rendered(render: () => Promise<object>): Promise<Answer> {
  const body = Buffer.from(JSON.stringify(await render()));
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, etag };
}

/** Whether an If-None-Match names this answer. Tags are weak, because the same one stands for the compressed bytes. */
export function isKnown(ifNoneMatch: string | undefined, { etag }: Answer): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^(W\/)?/, 'W/') === etag);
}

/** The bytes for this client, with the headers that say what they are. */
export function encodingFor(acceptEncoding: string | undefined, { body, gzipped }: Answer) {
  const headers = { vary: 'accept-encoding' };
  if (gzipped === undefined || !/\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding ?? ''))
    return { body, headers };
  return { body: gzipped, headers: { ...headers, 'content-encoding': 'gzip' } };
}
