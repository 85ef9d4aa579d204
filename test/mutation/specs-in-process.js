import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { expect } from 'expect';

/**
 * Runs the specs of the matching engine for Stryker, all of them loaded once into one process. They need of jest no more
 * than describe, it and expect, and a change is switched on while they run; loading them anew for each of thousands of
 * changes would take hours.
 */
class SpecsInProcess {
  tests = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const path = [];
    const describe = (name, body) => {
      path.push(name);
      body();
      path.pop();
    };
    const it = (name, body) => {
      const id = [...path, name].join(' › ');
      if (this.tests.has(id)) throw new Error(`Two tests are called ${id}.`);
      this.tests.set(id, { body, timeSpentMs: 0 });
    };
    Object.assign(globalThis, { expect, describe: withEach(describe), it: withEach(it) });
    for (const file of globSync('libs/matching/src/**/*.spec.ts').sort()) {
      await import(pathToFileURL(resolve(file)).href);
    }
  }

  async dryRun() {
    const tests = [];
    for (const [id, test] of this.tests) {
      stryker().currentTestId = id;
      const { failureMessage } = await this.run(test);
      const { timeSpentMs } = test;
      const failed = failureMessage !== undefined;
      tests.push({ id, name: id, timeSpentMs, status: failed ? FAILED : PASSED, failureMessage });
    }
    stryker().currentTestId = undefined;
    const { mutantCoverage } = stryker();
    // For the other processes, which see no dry run.
    writeFileSync('hits.json', JSON.stringify({ tests, perTest: mutantCoverage.perTest }));
    return { status: 'complete', tests, mutantCoverage };
  }

  /**
   * Ends at the first test that fails, the quickest first. A test that comes by the change far more often than without it
   * is stopped: it would turn for ever.
   */
  async mutantRun({ activeMutant, testFilter }) {
    this.dry ??= JSON.parse(readFileSync('hits.json', 'utf8'));
    const chosen = this.dry.tests.filter(({ id }) => testFilter?.includes(id) ?? true);
    chosen.sort((one, other) => one.timeSpentMs - other.timeSpentMs);
    for (const [at, { id }] of chosen.entries()) {
      const usual = this.dry.perTest[id]?.[activeMutant.id] ?? 0;
      Object.assign(stryker(), {
        activeMutant: activeMutant.id,
        hitCount: 0,
        hitLimit: 100 * usual + 10_000,
      });
      const { failureMessage } = await this.run(this.tests.get(id));
      const { hitCount, hitLimit } = stryker();
      if (hitCount > hitLimit)
        return { status: 'timeout', reason: `passed ${hitCount} times instead of ${usual}` };
      if (failureMessage !== undefined) {
        return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: at + 1 };
      }
    }
    return { status: 'survived', nrOfTests: chosen.length };
  }

  async run(test) {
    const start = performance.now();
    try {
      await test.body();
      return {};
    } catch (error) {
      return { failureMessage: String(error?.message ?? error) };
    } finally {
      test.timeSpentMs = performance.now() - start;
    }
  }
}

const [PASSED, FAILED] = [0, 1];

/** How the changed files and the runner speak to each other. */
const stryker = () => (globalThis.__stryker__ ??= {});

/** `it.each(rows)(name, body)`, as jest has it: a row that is a list is the arguments. */
function withEach(one) {
  const each = (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      const places = name.match(/%[a-z]/g)?.length ?? 0;
      one(format(name, ...values.slice(0, places)), () => body(...values));
    }
  };
  return Object.assign((name, body) => one(name, body), { each });
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'specs-in-process', injectableClass: SpecsInProcess },
];
