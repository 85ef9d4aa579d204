export type PostgresFault =
  | 'unsupported-platform'
  | 'disk-full'
  | 'port-taken'
  | 'folder'
  | 'permission'
  | 'password-missing'
  | 'failed';

/** The embedded Postgres could not be prepared, started or stopped; the message says what to do. */
export class PostgresError extends Error {
  readonly fault: PostgresFault;

  constructor(fault: PostgresFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PostgresError';
    this.fault = fault;
  }
}

const patterns: [PostgresFault, RegExp, string][] = [
  [
    'permission',
    /user does not exist/,
    'Postgres needs a user that stands in /etc/passwd; as root it is nobody (65534).',
  ],
  [
    'disk-full',
    /No space left on device|Check free disk space|Disk quota exceeded|ENOSPC|EDQUOT/,
    'The disk is full.',
  ],
  ['port-taken', /Address already in use|could not bind IPv4/, 'The port is taken.'],
  ['permission', /Permission denied|EACCES|EPERM/, 'A file or folder may not be used by this user.'],
];

/** Finds the reason in what initdb, pg_ctl or the server's log said. */
export function faultIn(doing: string, output: string): PostgresError {
  const known = patterns.find(([, pattern]) => pattern.test(output));
  const lines = output.trim().split('\n').slice(-15).join('\n');
  return new PostgresError(known?.[0] ?? 'failed', `${doing} failed. ${known?.[2] ?? ''}\n${lines}`);
}

/** The code of a file system error (`ENOENT`), or undefined. By its shape: under jest an Error is of another realm. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
