import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// npm run test:mutation: changes the matching engine line by line and runs its specs on each change: what they let pass,
// nothing would notice. One part of it: npm run test:mutation -- --mutate 'libs/matching/src/tables/*.ts,!**/*.spec.ts'

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
const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const args = [stryker, 'run', 'stryker.config.js', ...process.argv.slice(2)];
// A change is found in a few hundred small rooms or not at all, and every line runs many times slower here.
const env = { ...process.env, SMALL_ROOMS: '400' };
process.exitCode = spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'inherit' }).status ?? 1;
