import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Api } from './api.ts';

const version = '1.0.0';

/** What a browser of somebody at the evening sends, request by request. */
export class Uploader {
  constructor(
    private readonly api: Pick<Api, 'http'>,
    private readonly token: string,
    private readonly sessionId: string,
  ) {}

  begin(length: number | string, name = 'low tide.wav', headers: Record<string, string> = {}) {
    return this.api.http.post(`/api/v1/critique/${this.token}/sessions/${this.sessionId}/uploads`).set({
      'tus-resumable': version,
      'upload-length': String(length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
      ...headers,
    });
  }

  append(id: string, offset: number | string, bytes: Buffer, headers: Record<string, string> = {}) {
    return this.api.http
      .patch(this.pathOf(id))
      .set({
        'tus-resumable': version,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        ...headers,
      })
      .send(bytes);
  }

  head(id: string) {
    return this.api.http.head(this.pathOf(id)).set('tus-resumable', version);
  }

  /** All of it in one go. */
  async send(bytes: Buffer, name?: string) {
    const { body } = await this.begin(bytes.length, name).expect(201);
    const { id } = body as { id: string };
    return { id, answer: await this.append(id, 0, bytes) };
  }

  pathOf = (id: string): string => `/api/v1/critique/${this.token}/uploads/${id}`;
}

/** One PATCH whose bytes leave when the test says so, on a connection that it can break. */
export class Sending {
  /** The status and the code of the answer; null when the connection broke before one came. */
  readonly answer: Promise<{ status: number; code?: string } | null>;
  private readonly request: ClientRequest;

  constructor(url: string, offset: number, length: number) {
    this.request = request(url, {
      method: 'PATCH',
      agent: false,
      headers: {
        'tus-resumable': version,
        'upload-offset': offset,
        'content-type': 'application/offset+octet-stream',
        'content-length': length,
      },
    });
    this.answer = new Promise((resolve) => {
      this.request.on('error', () => {
        resolve(null);
      });
      this.request.on('response', (response) => {
        resolve(answerOf(response));
      });
    });
    this.request.flushHeaders();
  }

  /** At the pace of whoever reads. */
  async write(bytes: Buffer): Promise<void> {
    if (this.request.write(bytes) || this.request.destroyed) return;
    await Promise.race([once(this.request, 'drain'), this.answer]);
  }

  end(): void {
    this.request.end();
  }

  /** The network is gone. */
  cut(): void {
    this.request.destroy();
  }
}

async function answerOf(response: IncomingMessage): Promise<{ status: number; code?: string } | null> {
  try {
    const text = (await response.setEncoding('utf8').toArray()).join('');
    const status = response.statusCode ?? 0;
    return text === '' ? { status } : { status, code: (JSON.parse(text) as { code: string }).code };
  } catch {
    return null;
  }
}
