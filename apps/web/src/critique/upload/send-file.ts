import type { Upload } from 'tus-js-client';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

export type SentFile = components['schemas']['UploadView'];

export interface Sending {
  token: string;
  sessionId: string;
  file: File;
  onProgress: (part: number) => void;
  /** The network is gone; it goes on by itself. */
  onWaiting: () => void;
  onReady: (file: SentFile) => void;
  onFailed: (error: unknown) => void;
}

/** What is tried again, and after how long. Ten minutes of no network in all; then it waits for its sender. */
const againMs = [0, 1000, 3000, 5000, 10_000, 20_000, ...Array.from({ length: 20 }, () => 30_000)];

/**
 * Sends a file in one stream; where the network breaks, or the page was closed, it goes on where it was. What sends comes
 * when there is something to send.
 */
export async function sendFile({ token, sessionId, file, ...on }: Sending): Promise<Upload> {
  const { Upload: Sender } = await import('tus-js-client');
  const upload = new Sender(file, {
    endpoint: `/api/v1/critique/${token}/sessions/${sessionId}/uploads`,
    metadata: { filename: file.name },
    retryDelays: againMs,
    removeFingerprintOnSuccess: true,
    // The link is part of it: another person at this browser begins anew.
    fingerprint: (one) =>
      Promise.resolve(['acquaint', sessionId, token, one.name, one.size, one.lastModified].join('|')),
    onProgress: (sent, all) => {
      on.onProgress(sent / all);
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      const goesOn = status === 0 || status >= 500 || isBusy(status, error.originalResponse?.getBody());
      if (goesOn) on.onWaiting();
      return goesOn;
    },
    onError: (error) => {
      on.onFailed(error);
    },
    onSuccess: () => {
      const fileId = upload.url?.split('/').at(-1) ?? '';
      answer(
        client.GET('/api/v1/critique/{token}/uploads/{fileId}', { params: { path: { token, fileId } } }),
      ).then(on.onReady, on.onFailed);
    },
  });
  const [before] = await upload.findPreviousUploads();
  if (before !== undefined) upload.resumeFromPreviousUpload(before);
  upload.start();
  return upload;
}

/** The sentence of a refusal; null where there is none. */
export function sentenceOf(error: unknown): string | null {
  const response = (error as { originalResponse?: { getBody(): string } | null } | null)?.originalResponse;
  return response == null ? null : problemOf(response.getBody()).detail;
}

const isBusy = (status: number, body = ''): boolean =>
  status === 409 &&
  ['upload-busy', 'upload-elsewhere', 'upload-cut-off'].includes(problemOf(body).code ?? '');

function problemOf(body: string): { code: string | null; detail: string | null } {
  try {
    const { code, detail } = JSON.parse(body) as { code?: string; detail?: string };
    return { code: code ?? null, detail: detail ?? null };
  } catch {
    return { code: null, detail: null };
  }
}

export const keepPeaks = (token: string, fileId: string, peaks: number[]): Promise<unknown> =>
  answer(
    client.PUT('/api/v1/critique/{token}/uploads/{fileId}/peaks', {
      params: { path: { token, fileId } },
      body: { peaks },
    }),
  );
