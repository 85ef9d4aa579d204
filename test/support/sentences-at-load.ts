import { readdirSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'reflect-metadata';
import * as catalogue from '#libs/words';
import { learn, speak } from '#libs/words';

// Loads every module of the web app, the api, the worker and the libs by itself, in a process of its own, and prints which of
// them read a sentence meanwhile: it would stay in the language of that moment, whoever reads it later. Given a folder, that
// one alone.

const required = createRequire(resolve('package.json'));
/** Of a package whose parts are folders, which bundlers look into and Node does not. */
const folder = /^@atlaskit\/[^/]+\/./;
const empty = 'data:text/javascript,export default {}';
registerHooks({
  resolve(specifier, context, next) {
    if (/\.(?:css|svg|wasm)(?:\?\w+)?$/.test(specifier)) return { url: empty, shortCircuit: true };
    if (!folder.test(specifier)) return next(specifier, context);
    const { main } = required(`./node_modules/${specifier}/package.json`) as { main: string };
    return next(pathToFileURL(resolve('node_modules', specifier, main)).href, context);
  },
});

const reads = new Set<string>();
const here = `${pathToFileURL(resolve()).href}/`;
const own = /^(?:libs\/words|test\/support|node_modules)\//;

/** The same part, whose sentences tell who reads them. */
function watched(part: object): object {
  const group: object = Array.isArray(part) ? [] : {};
  for (const [key, value] of Object.entries(part) as [string, unknown][])
    Object.defineProperty(group, key, {
      enumerable: true,
      ...(typeof value === 'object' && value !== null
        ? { value: watched(value) }
        : { get: () => told(key, value) }),
    });
  return group;
}

function told(key: string, value: unknown): unknown {
  const lines = (new Error('read').stack ?? '').split('\n').map((line) => line.split(here)[1]?.split(':')[0]);
  reads.add(`${lines.find((file) => file !== undefined && !own.test(file)) ?? 'somebody'} ${key}`);
  return value;
}

const parts = Object.entries(catalogue).filter(([, part]) => typeof part === 'object');
learn('de', Object.fromEntries(parts.map(([name, part]) => [name, watched(part)])));
Error.stackTraceLimit = 50;
speak('de');

const given = process.argv[2];
const loaded =
  given !== undefined
    ? [given]
    : [
        'apps/web/src',
        'apps/api/src',
        'apps/worker/src',
        'libs/mail/src',
        'libs/domain/src',
        'libs/database/src',
      ];
/** Not specs, and not what starts a process. */
const isModule = (name: string): boolean =>
  /\.tsx?$/.test(name) && !/\.spec\.tsx?$|\.d\.ts$|(?:\/main\.tsx?|\/openapi\.ts|\/sw\.ts)$/.test(name);
const modules = loaded
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name}`))
  .filter(isModule);
for (const name of modules) await import(pathToFileURL(resolve(name)).href);
process.stdout.write(JSON.stringify({ modules: modules.length, reads: [...reads].sort() }));
process.exit();
