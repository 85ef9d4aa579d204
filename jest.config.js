import { availableParallelism } from 'node:os';

/** One suite for everything: specs beside the code, journeys and histories under test/. */
export default {
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // Room for a busy machine: a whole api starts in about a second, a browser or a worker process in two.
  testTimeout: 120_000,
  // Every core: files wait for Postgres, browsers and other processes as often as they compute. Four at most, as each
  // api holds some twenty of the server's 200 connections and each browser some 300 MB.
  maxWorkers: Math.min(4, availableParallelism()),
  // Modules of finished files are not all given back; a worker grown to this is replaced by a fresh one.
  workerIdleMemoryLimit: '700MB',
  setupFiles: ['reflect-metadata'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^#libs/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
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
      },
    ],
  },
};
