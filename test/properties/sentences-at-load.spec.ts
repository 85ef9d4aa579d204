import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const patience = 240_000;

/** What is read while modules are loaded: of everything, or of one folder. */
async function readAtLoad(...folder: string[]): Promise<{ modules: number; reads: string[] }> {
  const loader = ['--no-warnings', '--conditions=source', '--import', './test/support/run-typescript.mjs'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...loader, './test/support/sentences-at-load.ts', ...folder],
    { timeout: patience },
  );
  return JSON.parse(stdout) as { modules: number; reads: string[] };
}

it(
  'no module keeps a sentence when it is loaded, but those of the document of the api, which is English',
  async () => {
    const { modules, reads } = await readAtLoad();
    expect(modules).toBeGreaterThan(1000);
    expect(reads).toEqual([
      'apps/api/src/api-document.ts idempotencyKey',
      'apps/api/src/api-document.ts problem',
      'apps/api/src/api-document.ts problemCurrent',
      'apps/api/src/api-document.ts problemDetail',
      'apps/api/src/critique-sessions/critique-plans.controller.ts 409',
      'apps/api/src/mail-reports/mail-reports.controller.ts mailReportSignature',
    ]);
  },
  patience,
);

it(
  'a module that keeps one is found, however it comes by it, and one that keeps a group is not',
  async () => {
    mkdirSync('.data', { recursive: true });
    const folder = mkdtempSync('.data/kept-');
    try {
      const from = "import { app } from '#libs/words';\n";
      writeFileSync(join(folder, 'kept.ts'), `${from}export const kept = app.roles.owner;`);
      writeFileSync(join(folder, 'listed.ts'), `${from}export const kept = Object.values(app.events.state);`);
      writeFileSync(join(folder, 'group.ts'), `${from}export const kept = app.roles;`);
      const { reads } = await readAtLoad(folder);
      expect(reads.map((one) => one.replace(folder, ''))).toEqual([
        '/kept.ts owner',
        '/listed.ts cancelled',
        '/listed.ts draft',
        '/listed.ts published',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  patience,
);
