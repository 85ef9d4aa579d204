// Beside it once copied: see run.ts.
import suite from './jest.config.js';

// A change is found in a few hundred small rooms or not at all, and every line runs many times slower here.
process.env['SMALL_ROOMS'] = '400';

const { globalSetup, globalTeardown, setupFiles, maxWorkers, workerIdleMemoryLimit, ...rest } = suite;

/** The specs of the matching engine alone: they need no database. */
export default { ...rest, roots: ['<rootDir>/libs/matching'], testSequencer: '<rootDir>/quick-first.js' };
