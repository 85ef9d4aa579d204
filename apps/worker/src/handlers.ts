import { loggable } from '#libs/database';
import { DomainError } from '#libs/domain';
import type { JobType } from '#libs/jobs';
import type { TaskList } from 'graphile-worker';
import { expire } from './attendees/expire.ts';
import { importGuestList } from './attendees/import.ts';
import { step } from './clock/step.ts';
import { stepCircle } from './circles/step.ts';
import type { Context, Handler } from './context.ts';
import { ask } from './introductions/ask.ts';
import { callOffMissed } from './critique/call-off.ts';
import { giveSlotToNext } from './critique/author-missing.ts';
import { release as releaseCritique } from './critique/release.ts';
import { remind as remindCritics } from './critique/remind.ts';
import { reseatSession } from './critique/reseat.ts';
import { settlePicks } from './critique/settle-picks.ts';
import { deleteFile } from './files/delete.ts';
import { digest } from './introductions/digest.ts';
import { endAsk } from './introductions/end-ask.ts';
import { expireSuggestion } from './introductions/expire-suggestion.ts';
import { morning } from './introductions/morning.ts';
import { learn } from './introductions/learn.ts';
import { followUp } from './introductions/follow-up.ts';
import { lapse } from './introductions/lapse.ts';
import { release } from './introductions/release.ts';
import { remind } from './introductions/remind.ts';
import { sendMessage } from './messages/send.ts';
import { settleQuestions } from './panels/settle-questions.ts';
import { makeSeries } from './series/make.ts';
import { sweep, sweepFiles } from './sweep.ts';

/** Job type → handler; a missing one does not compile. */
export const handlers: { readonly [Type in JobType]: Handler<Type> } = {
  'attendees.import': importGuestList,
  'attendees.expire': expire,
  'introductions.morning': morning,
  'introductions.digest': digest,
  'introductions.expire-suggestion': expireSuggestion,
  'introductions.ask': ask,
  'introductions.remind': remind,
  'introductions.end-ask': endAsk,
  'introductions.release': release,
  'introductions.follow-up': followUp,
  'introductions.lapse': lapse,
  'introductions.learn': learn,
  'circles.step': stepCircle,
  'critique.remind': remindCritics,
  'critique.release': releaseCritique,
  'critique.author-missing': giveSlotToNext,
  'critique.call-off': callOffMissed,
  'critique.reseat': reseatSession,
  'critique.settle-picks': settlePicks,
  'panels.settle-questions': settleQuestions,
  'series.make': makeSeries,
  'messages.send': sendMessage,
  'files.delete': deleteFile,
  'sweep-files': sweepFiles,
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
