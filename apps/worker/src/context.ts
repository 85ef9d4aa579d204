import type { Arriving, Storage } from '#libs/files';
import type { Database, Keys } from '#libs/database';
import type { JobType, Jobs } from '#libs/jobs';
import type { SuggestionThreads } from '#libs/suggestions';
import type { Log } from './log.ts';

/** What a handler has at hand. It opens the scope of its payload's organization itself. */
export interface Context {
  db: Database;
  log: Log;
  keys: Keys;
  publicUrl: string;
  /** Where the files of works are kept, and where they arrive. */
  storage: Storage;
  arriving: Arriving;
  /** Where suggestions are looked for. */
  threads: SuggestionThreads;
  /** Aborted when the worker is asked to stop: whoever takes long ends here and queues the rest. */
  stopping: AbortSignal;
}

/** May run twice or stop anywhere (rule 23). A DomainError means that the truth has moved on; it is not tried again. */
export type Handler<Type extends JobType> = (payload: Jobs[Type], context: Context) => Promise<void>;
