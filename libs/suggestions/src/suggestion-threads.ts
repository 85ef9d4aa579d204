import { extname } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { DomainError } from '#libs/domain';
import type {
  FromThread,
  SuggestionPlan,
  SuggestionProblem,
  SuggestionProgress,
} from './suggestion-problem.ts';
import { Turns } from './turns.ts';

/** Whoever waits for a plan: hears how far it is, and may leave. */
export interface Waiting {
  signal: AbortSignal;
  tell: (progress: SuggestionProgress) => void;
}

/** One at a time, so that a search takes one core and the requests have the others; each takes seconds at most. */
const mostWaiting = 16;

/** A search that would take more ends alone, and the api goes on. Columns of numbers stand outside of it. */
const limits: ResourceLimits = { maxOldGenerationSizeMb: 512 };

/** This file's own ending says whether it runs built or from the sources, whose imports Node finds by that condition. */
const ending = extname(import.meta.url);
const program = new URL(`./suggestion-thread${ending}`, import.meta.url);
const execArgv = ending === '.ts' ? ['--conditions=source'] : [];

/**
 * Makes plans beside the requests: a thread for each, started for it and gone with it, so nothing is left over from one
 * to the next. Starting one takes some 60 ms.
 */
export class SuggestionThreads {
  private readonly searches: Turns;
  /** What follows a decision takes a fraction of a second, and does not wait behind seconds. */
  private readonly repairs: Turns;

  /** @param died hears what a thread died of, which nobody else is told */
  constructor(
    private readonly died: (error: unknown) => void = () => undefined,
    queue = mostWaiting,
  ) {
    this.searches = new Turns(queue);
    this.repairs = new Turns(queue);
  }

  /**
   * @throws DomainError too-busy when too many wait, introductions-search-failed when the thread died; the signal's reason
   *   once that says that nobody waits, and the thread is ended
   */
  plan(problem: SuggestionProblem, waiting: Waiting): Promise<SuggestionPlan> {
    waiting.tell({ step: 'waiting', people: problem.people.length, share: 0 });
    const turns = problem.repair === null ? this.searches : this.repairs;
    return turns.take(() => this.run(problem, waiting));
  }

  private async run(problem: SuggestionProblem, { signal, tell }: Waiting): Promise<SuggestionPlan> {
    signal.throwIfAborted();
    const people = problem.people.length;
    return new Promise((resolve, reject) => {
      const thread = new Worker(program, { workerData: problem, execArgv, resourceLimits: limits });
      const end = (): void => void thread.terminate();
      signal.addEventListener('abort', end, { once: true });
      tell({ step: 'comparing', people, share: 0 });
      let plan: SuggestionPlan | undefined;
      thread.on('message', (message: FromThread) => {
        if ('plan' in message) plan = message.plan;
        else tell({ ...message, people });
      });
      thread.on('error', this.died);
      // After every message and error, and however it ended.
      thread.on('exit', () => {
        signal.removeEventListener('abort', end);
        if (signal.aborted) reject(signal.reason as Error);
        else if (plan === undefined) reject(new DomainError('introductions-search-failed'));
        else resolve(plan);
      });
    });
  }
}
