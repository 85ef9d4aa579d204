import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// npm run test:mutation: changes the matching engine line by line and runs its specs on each change: what they let pass,
// nothing would notice. One part or one file of it: npm run test:mutation -- pairs --mutate libs/matching/src/pairs/trails.ts

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.data/mutation');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const part of ['libs/matching', 'test/support', 'test/bench/support', 'package.json']) {
  cpSync(join(root, part), join(folder, part), { recursive: true });
}
for (const file of globSync(join(root, 'test/mutation/*.js'))) cpSync(file, join(folder, basename(file)));
// Stryker 10 stumbles over `x!++`. Node's own stripping leaves spaces for types, so every line stays where it was.
for (const file of globSync(join(folder, 'libs/matching/src/**/*.ts'))) {
  if (!file.endsWith('.spec.ts')) writeFileSync(file, stripTypeScriptTypes(readFileSync(file, 'utf8')));
}

const parts = ['pairs', 'critics', 'tables'];
const [part = '', ...more] = process.argv.slice(2);
const [chosen, args] = parts.includes(part) ? [[part], more] : [parts, process.argv.slice(2)];
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
for (const one of chosen) {
  // A change is found in a few hundred small rooms or not at all, and every line runs many times slower here.
  const env = { ...process.env, MUTATED_PART: one, SMALL_ROOMS: '400' };
  const run = [stryker, 'run', 'stryker.config.js', ...args];
  const { status } = spawnSync(process.execPath, run, { cwd: folder, env, stdio: 'inherit' });
  if (existsSync(join(folder, 'report.html'))) {
    renameSync(join(folder, 'report.html'), join(folder, `${one}.html`));
  }
  if (status !== 0) process.exitCode = 1;
}
