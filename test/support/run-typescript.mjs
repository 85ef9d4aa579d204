import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

// Lets a real process run our TypeScript as it stands, decorators included, so that a test of a killed worker needs no build:
// node --conditions=source --import ./test/support/run-typescript.mjs apps/worker/src/main.ts

const options = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
  },
};

// What was made of a file is kept by what the file says: the crash matrix starts a worker six hundred times.
const cache = join(process.cwd(), 'node_modules/.cache/acquaint/typescript');
mkdirSync(cache, { recursive: true });
enableCompileCache(join(cache, 'compiled'));
const settings = JSON.stringify(options);

registerHooks({
  load(url, context, nextLoad) {
    if (!/^file:.*\.tsx?$/.test(url) || url.includes('/node_modules/')) return nextLoad(url, context);
    return { format: 'module', source: madeOf(fileURLToPath(url)), shortCircuit: true };
  },
});

function madeOf(filename) {
  const text = readFileSync(filename, 'utf8');
  const name = createHash('sha256').update(`${settings}\0${filename}\0${text}`).digest('hex').slice(0, 32);
  const kept = join(cache, `${name}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = transformSync(text, { ...options, filename });
    // Renamed into place, because processes side by side make the same file.
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
    return code;
  }
}
