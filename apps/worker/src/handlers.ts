import { loggable } from '#libs/database';
import { DomainError } from '#libs/domain';
import type { JobType } from '#libs/jobs';
import type { TaskList } from 'graphile-worker';
import { expire } from './attendees/expire.ts';
import { importGuestList } from './attendees/import.ts';
import { step } from './clock/step.ts';
import type { Context, Handler } from './context.ts';
import { ask } from './introductions/ask.ts';
import { endAsk } from './introductions/end-ask.ts';
import { expireSuggestion } from './introductions/expire-suggestion.ts';
import { release } from './introductions/release.ts';
import { remind } from './introductions/remind.ts';
import { sweep } from './sweep.ts';

/** Job type → handler; a missing one does not compile. */
export const handlers: { readonly [Type in JobType]: Handler<Type> } = {
  'attendees.import': importGuestList,
  'attendees.expire': expire,
  'introductions.expire-suggestion': expireSuggestion,
  'introductions.ask': ask,
  'introductions.remind': remind,
  'introductions.end-ask': endAsk,
  'introductions.release': release,
  sweep,
  'clock.step': step,
};

/** The handlers as the job queue takes them. A refusal means that the truth has moved on, so it is not tried again. */
export function taskList(context: Context): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([type, handler]) => [
      type,
      async (payload: unknown) => {
        try {
          await (handler as (payload: unknown, context: Context) => Promise<void>)(payload, context);
        } catch (error) {
          if (!(error instanceof DomainError) || error.category === 'unavailable') {
            // The queue keeps and logs the message of what it is thrown, and a database's message holds names and addresses.
            const { name, code = 'no code' } = loggable(error);
            context.log.error({ job: type, error: loggable(error) }, 'job failed');
            throw new Error(`${type}: ${name}, ${code}`);
          }
          context.log.info({ job: type, code: error.code }, 'job refused');
        }
      },
    ]),
  );
}
