import { extname } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { loggable } from '#libs/database';
import { DomainError } from '#libs/domain';
import { type SeatingPlan, type TablesProblem, seatTables } from '#libs/matching';
import { Injectable, Logger } from '@nestjs/common';

/** So many are seated within 150 ms; starting a thread takes some 60. */
const mostAtOnce = 40;
/** One at a time, so that a draw takes one core and the requests have the others. */
const mostWaiting = 16;
const limits: ResourceLimits = { maxOldGenerationSizeMb: 256 };

/** This file's own ending says whether it runs built or from the sources, whose imports Node finds by that condition. */
const ending = extname(import.meta.url);
const program = new URL(`./seating-thread${ending}`, import.meta.url);
const execArgv = ending === '.ts' ? ['--conditions=source'] : [];

/** Seats rooms beside the requests: a thread for each large one, started for it and gone with it. */
@Injectable()
export class SeatingThreads {
  private readonly log = new Logger('seating');
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws DomainError too-busy when too many wait, unavailable when the thread died */
  async seat(problem: TablesProblem): Promise<SeatingPlan> {
    if (problem.people <= mostAtOnce) return seatTables(problem);
    if (this.waiting >= mostWaiting) throw new DomainError('too-busy');
    this.waiting += 1;
    const mine = this.last.then(() => this.run(problem));
    this.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.waiting -= 1;
    }
  }

  private run(problem: TablesProblem): Promise<SeatingPlan> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(program, { workerData: problem, execArgv, resourceLimits: limits });
      let plan: SeatingPlan | undefined;
      thread.on('message', (message: SeatingPlan) => {
        plan = message;
      });
      thread.on('error', (error) => {
        this.log.error({ error: loggable(error), msg: 'a seating ended early' });
      });
      thread.on('exit', () => {
        if (plan === undefined) reject(new DomainError('unavailable'));
        else resolve(plan);
      });
    });
  }
}
