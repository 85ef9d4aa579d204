const part = process.env['MUTATED_PART'];

export default {
  mutate: [`libs/matching/src/${part}/*.ts`, '!**/*.spec.ts'],
  testRunner: 'specs-in-process',
  plugins: ['./specs-in-process.js'],
  testRunnerNodeArgs: ['--conditions=source', '--no-warnings'],
  coverageAnalysis: 'perTest',
  // What is made when a file is loaded, such as tables of numbers, would need a fresh process for each change.
  ignoreStatic: true,
  concurrency: 2,
  // Changeable code is slow: the tables are seated some hundred times as long.
  dryRunTimeoutMinutes: 20,
  // A change that makes a loop endless is mostly stopped by its count; this is for the others.
  timeoutMS: 5_000,
  timeoutFactor: 1.5,
  thresholds: { high: 95, low: 92, break: 90 },
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  htmlReporter: { fileName: 'report.html' },
  jsonReporter: { fileName: 'report.json' },
  tempDirName: 'sandbox',
  disableTypeChecks: false,
};
