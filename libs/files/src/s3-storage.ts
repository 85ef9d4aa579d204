import { open } from 'node:fs/promises';
import { rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { type Span, type Storage, type StoredBytes, checkedKey } from './storage.ts';
import type { S3Settings } from './storage-settings.ts';

/** S3 takes parts from 5 MB on; one of them is all the memory an upload takes. */
const partBytes = 8 * 1024 * 1024;
const patienceMs = 60_000;
/** An answer with a list or an id; a thousand keys are about 300 kB. */
const longestAnswer = 2 * 1024 * 1024;
const prefix = 'works/';
const notImplemented = 501;

/** Files in a bucket of anything that speaks S3, by addresses of the form endpoint/bucket/key. */
export class S3Storage implements Storage {
  private readonly client: AwsClient;
  private readonly base: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
    this.base = `${endpoint}/${bucket}`;
  }

  async keep(key: string, path: string, bytes: number): Promise<void> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size !== bytes) throw new Error('The file is not as long as it says');
      if (bytes <= partBytes) await this.put(this.urlOf(key), await slice(file, 0, bytes));
      else await this.keepInParts(key, file, bytes);
    } finally {
      await file.close();
    }
    await rm(path, { force: true });
  }

  async read(key: string, { start, end }: Span): Promise<Readable> {
    const answer = await this.ask('GET', this.urlOf(key), { range: `bytes=${start}-${end}` });
    if (answer.body === null) throw new Error('The storage sent nothing');
    return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
  }

  async size(key: string): Promise<number | null> {
    const answer = await this.send('HEAD', this.urlOf(key));
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`The storage answered ${answer.status}`);
    return Number(answer.headers.get('content-length'));
  }

  async remove(key: string): Promise<void> {
    const answer = await this.send('DELETE', this.urlOf(key));
    await answer.body?.cancel();
    if (!answer.ok && answer.status !== 404) throw new Error(`The storage answered ${answer.status}`);
  }

  async *list(): AsyncGenerator<StoredBytes> {
    for (let next: string | undefined = ''; next !== undefined;) {
      const more: string = next === '' ? '' : `&continuation-token=${encodeURIComponent(next)}`;
      const page = await textOf(await this.ask('GET', `${this.base}?list-type=2&prefix=${prefix}${more}`));
      for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const key = valueOf(entry, 'Key').slice(prefix.length);
        yield { key, changedAt: new Date(valueOf(entry, 'LastModified')) };
      }
      next = valueOf(page, 'NextContinuationToken') || undefined;
    }
  }

  /** A thousand at a time: parts that were sent of a file that was never put together, which no list of files shows. */
  async giveUp(before: Date): Promise<void> {
    const answer = await this.send('GET', `${this.base}?uploads&prefix=${prefix}`);
    if (answer.status === notImplemented) {
      // A bucket that does not tell of them can be given a rule of its own that ends them.
      await answer.body?.cancel();
      return;
    }
    if (!answer.ok) throw new Error(`The storage answered ${answer.status}`);
    for (const [, upload = ''] of (await textOf(answer)).matchAll(/<Upload>(.*?)<\/Upload>/gs)) {
      if (new Date(valueOf(upload, 'Initiated')) >= before) continue;
      const key = checkedKey(valueOf(upload, 'Key').slice(prefix.length));
      await this.endParts(this.urlOf(key), valueOf(upload, 'UploadId'));
    }
  }

  private async endParts(url: string, upload: string): Promise<void> {
    const answer = await this.send('DELETE', `${url}?uploadId=${encodeURIComponent(upload)}`);
    await answer.body?.cancel();
  }

  private async keepInParts(key: string, file: FileHandle, bytes: number): Promise<void> {
    const url = this.urlOf(key);
    const upload = valueOf(await textOf(await this.ask('POST', `${url}?uploads`)), 'UploadId');
    const id = `uploadId=${encodeURIComponent(upload)}`;
    try {
      const parts: string[] = [];
      for (let start = 0; start < bytes; start += partBytes) {
        const number = parts.length + 1;
        const part = await slice(file, start, Math.min(partBytes, bytes - start));
        const tag = await this.put(`${url}?partNumber=${number}&${id}`, part);
        parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag></Part>`);
      }
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
      const done = await textOf(await this.ask('POST', `${url}?${id}`, {}, body));
      // S3 may say 200 first and find a fault while it puts the parts together.
      if (!done.includes('CompleteMultipartUploadResult'))
        throw new Error('The storage did not put the parts together');
    } catch (error) {
      await this.endParts(url, upload).catch(() => undefined);
      throw error;
    }
  }

  /** @returns the tag of what is there now */
  private async put(url: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
    const answer = await this.ask('PUT', url, { 'content-length': String(body.length) }, body);
    await answer.body?.cancel();
    return answer.headers.get('etag') ?? '';
  }

  private async ask(
    method: string,
    url: string,
    headers: Record<string, string> = {},
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const answer = await this.send(method, url, headers, body);
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw new Error(`The storage answered ${answer.status}`);
  }

  private send(
    method: string,
    url: string,
    headers: Record<string, string> = {},
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    // A stream that is read at the pace of a listener takes as long as it takes; everything else answers within a minute.
    const signal = method === 'GET' && 'range' in headers ? null : AbortSignal.timeout(patienceMs);
    return this.client.fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal,
      ...(body !== undefined && { body }),
    });
  }

  private urlOf(key: string): string {
    return `${this.base}/${prefix}${checkedKey(key)}`;
  }
}

async function slice(file: FileHandle, start: number, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const part = new Uint8Array(bytes);
  for (let done = 0; done < bytes;) {
    const { bytesRead } = await file.read(part, done, bytes - done, start + done);
    if (bytesRead === 0) throw new Error('The file ended early');
    done += bytesRead;
  }
  return part;
}

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new Error('The storage answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What the storage writes are ids, tags and times: no entity stands in them but the quotation marks of a tag. */
function valueOf(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}
