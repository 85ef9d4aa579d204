import { parentPort, workerData } from 'node:worker_threads';
import { planSuggestions } from './suggestion-plan.ts';
import type { FromThread, SuggestionProblem } from './suggestion-problem.ts';

// A thread of its own for one plan: comparing thousands of people must not hold up everybody else's requests. It is told
// everything at its start, knows no database, and is ended from outside when nobody waits any more.

/** Often enough for a bar that moves. */
const tellEveryMs = 100;

let told = { step: 'comparing', at: performance.now() };
const plan = planSuggestions(workerData as SuggestionProblem, ({ step, share }) => {
  if (step === told.step && performance.now() - told.at < tellEveryMs) return;
  told = { step, at: performance.now() };
  say({ step, share });
});
say({ plan });

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
