// Reads what jest wrote of a whole run, and of the second try of its journeys (docs/decisions/0029).
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** More files than this at once are no accident of timing. */
const SECOND_TRIES = 3;

const [, , what, firstFile, againFile] = process.argv;
const first = read(firstFile);
const again = againFile !== undefined && existsSync(againFile) ? read(againFile) : undefined;

if (what === 'journeys') console.log(journeysToRepeat().join(' '));
else say();

function read(file) {
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = testResults.filter(({ status }) => status === 'failed');
  return {
    passed: numPassedTests,
    failedFiles: failed.map(({ name }) => relative(process.cwd(), name)),
    failedTests: failed.map(({ assertionResults }) => {
      return Math.max(1, assertionResults.filter(({ status }) => status === 'failed').length);
    }),
  };
}

/** All that failed, if all of it is journeys through a real browser and there are few; else none. Those without one promise secrecy. */
function journeysToRepeat() {
  const files = first.failedFiles;
  const areJourneys = files.every(
    (file) => file.startsWith('test/journeys/') && readFileSync(file, 'utf8').includes('launchBrowser('),
  );
  return areJourneys && files.length <= SECOND_TRIES ? files : [];
}

/** Prints the last line of a run and ends with its code. */
function say() {
  const failedAtFirst = first.failedTests.reduce((sum, count) => sum + count, 0);
  const mended = again !== undefined && again.passed > 0 && again.failedFiles.length === 0;
  if (mended) console.log(`Passed at their second try only: ${first.failedFiles.join(', ')}`);
  const failed = mended ? 0 : failedAtFirst;
  const passed = first.passed + (mended ? failedAtFirst : 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
