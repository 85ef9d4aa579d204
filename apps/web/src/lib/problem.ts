import { app } from '#libs/words';

interface ProblemBody {
  status?: number;
  code?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
  current?: unknown;
}

/** A refusal of the api (RFC 9457): a stable code, a sentence, and for shapes where in the body it is wrong. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { pointer: string; detail: string }[];
  /** What a decision was about, as it stands now; the shape its answer would have had. */
  readonly current: unknown;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? app.failure.unknown);
    this.name = 'ProblemError';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.errors = body.errors ?? [];
    this.current = body.current;
  }
}

/** One sentence for a person: the api's own, or that the network is gone. */
export function sentenceOf(error: unknown): string {
  return error instanceof ProblemError ? error.message : app.failure.network;
}

/** Field name → its fault: "/panels/0/topic" → { "panels.0.topic": "…" }. */
export function faultsByField(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    error.errors.map(({ pointer, detail }) => [pointer.slice(1).replaceAll('/', '.'), detail]),
  );
}
