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
  bodies = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    this.switch = countedSwitch();
    const path = [];
    const describe = (name, body) => {
      path.push(name);
      body();
      path.pop();
    };
    const it = (name, body) => {
      let id = [...path, name].join(' › ');
      while (this.bodies.has(id)) id += ' (again)';
      this.bodies.set(id, body);
    };
    Object.assign(globalThis, { expect, describe: withEach(describe), it: withEach(it) });
    for (const file of globSync(`libs/matching/src/${process.env['MUTATED_PART']}/*.spec.ts`).sort()) {
      await import(pathToFileURL(resolve(file)).href);
    }
  }

  async dryRun() {
    const tests = [];
    for (const [id, body] of this.bodies) {
      stryker().currentTestId = id;
      const { failureMessage, looks, timeSpentMs } = await this.run(body, Infinity);
      const status = failureMessage === undefined ? PASSED : FAILED;
      tests.push({ id, name: id, status, failureMessage, timeSpentMs, looks });
    }
    stryker().currentTestId = undefined;
    // For the other processes, which see no dry run.
    writeFileSync('dry-run.json', JSON.stringify(tests));
    return { status: 'complete', tests, mutantCoverage: stryker().mutantCoverage };
  }

  /** Ends at the first test that fails, the quickest first, and stops one that would turn for ever. */
  async mutantRun({ activeMutant, testFilter }) {
    this.tests ??= JSON.parse(readFileSync('dry-run.json', 'utf8'));
    this.switch.active = activeMutant.id;
    const chosen = this.tests.filter(({ id }) => testFilter?.includes(id) ?? true);
    chosen.sort((one, other) => one.timeSpentMs - other.timeSpentMs);
    for (const [at, test] of chosen.entries()) {
      const most = 30 * test.looks + 100_000;
      const { failureMessage, looks } = await this.run(this.bodies.get(test.id), most);
      if (looks > most) return { status: 'timeout', reason: `${looks} looks instead of ${test.looks}` };
      if (failureMessage !== undefined) {
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: at + 1 };
      }
    }
    return { status: 'survived', nrOfTests: chosen.length };
  }

  async run(body, most) {
    Object.assign(this.switch, { looks: 0, most });
    const start = performance.now();
    let failureMessage;
    try {
      await body();
    } catch (error) {
      failureMessage = String(error?.message ?? error);
    }
    const { looks } = this.switch;
    this.switch.most = Infinity;
    return { failureMessage, looks, timeSpentMs: performance.now() - start };
  }
}

const [PASSED, FAILED] = [0, 1];

/** How the changed files and the runner speak to each other. */
const stryker = () => (globalThis.__stryker__ ??= {});

/** Every changeable place looks which change is on; so a loop that turns for ever is known by its looks, and stopped. */
function countedSwitch() {
  const state = { active: undefined, looks: 0, most: Infinity };
  Object.defineProperty(stryker(), 'activeMutant', {
    get() {
      state.looks += 1;
      if (state.looks > state.most) throw new Error('It would turn for ever.');
      return state.active;
    },
    set(active) {
      state.active = active;
    },
  });
  return state;
}

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
