import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'verdict-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What jest writes of a run of ten passed tests in which one test of each of these files failed. */
function run(name: string, ...failed: string[]): string {
  const file = join(folder, name);
  const testResults = failed.map((path) => ({
    name: resolve(path),
    status: 'failed',
    assertionResults: [{ status: 'failed' }],
  }));
  writeFileSync(file, JSON.stringify({ numPassedTests: 10, testResults }));
  return file;
}

const repeated = (...failed: string[]): string =>
  execFileSync(process.execPath, ['test/support/verdict.js', 'journeys', run('first.json', ...failed)])
    .toString()
    .trim();

function verdict(first: string, again: string) {
  const { status, stdout } = spawnSync(process.execPath, ['test/support/verdict.js', 'say', first, again]);
  return { status, last: stdout.toString().trim().split('\n').at(-1) };
}

const browser = 'test/journeys/door-desk.spec.ts';

it('a journey through a browser that failed is run once more', () => {
  expect(repeated(browser)).toBe(browser);
});

it.each([
  ['a promise of secrecy', ['test/journeys/never-told.spec.ts']],
  ['a property', ['test/properties/door.spec.ts']],
  ['a journey beside something else', [browser, 'test/properties/door.spec.ts']],
  [
    'more than three journeys',
    ['board', 'door', 'door-desk', 'agenda'].map((one) => `test/journeys/${one}.spec.ts`),
  ],
])('%s is not', (_what, failed) => {
  expect(repeated(...failed)).toBe('');
});

it('a run is good when the second try is, and bad when it fails too or there was none', () => {
  const first = run('first.json', browser);
  expect(verdict(first, run('again.json'))).toEqual({ status: 0, last: '11 passed, 0 failed' });
  expect(verdict(first, run('failed.json', browser))).toEqual({ status: 1, last: '10 passed, 1 failed' });
  expect(verdict(first, join(folder, 'none.json'))).toEqual({ status: 1, last: '10 passed, 1 failed' });
  expect(verdict(run('good.json'), join(folder, 'none.json'))).toEqual({
    status: 0,
    last: '10 passed, 0 failed',
  });
});
