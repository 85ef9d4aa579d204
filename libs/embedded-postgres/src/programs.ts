import { spawn } from 'node:child_process';
import { platform } from 'node:os';

/** Who the server runs as when we are root: Postgres refuses root. 65534 is `nobody` on every Linux. */
export const nobody = 65534;

export const weAreRoot = process.getuid?.() === 0;

/**
 * Runs one of Postgres' programs to its end; as `nobody` when we are root. Detached, so that Ctrl-C in the
 * terminal does not reach it; without our environment, so that PGPORT and the like cannot steer it and its
 * messages are English.
 */
export async function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      detached: platform() !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(weAreRoot ? { uid: nobody, gid: nobody } : {}),
      ...(platform() === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
