import { Database, type Tx, record } from '#libs/database';
import {
  DomainError,
  Event,
  Panel,
  PanelPerson,
  PanelQuestion,
  type Scope,
  actorOf,
  found,
  standsFor,
} from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { EveningKey } from '../evenings/evening-links.service.ts';
import type { PanelKey } from './panel-now.queries.ts';
import {
  type ActOnPanel,
  type ActOnQuestion,
  type ModerationInput,
  isActOnQuestion,
} from './questions.dto.ts';

/** What moderators do, on their phone or in the app. */
@Injectable()
export class ModerationService {
  constructor(private readonly db: Database) {}

  /** Whether somebody in the room moderates this panel: the confirmed moderator of it, and nobody else. */
  moderates({ organizationId, eventId, personId, scope }: EveningKey, panelId: string): Promise<boolean> {
    const where = {
      panelId,
      organizationId,
      eventId,
      personId,
      part: 'moderator',
      state: 'confirmed',
    } as const;
    return this.db.read(scope, async (reader) => (await reader.one(PanelPerson, where)) !== null);
  }

  /**
   * Each act says how it shall be, so that one sent twice changes nothing the second time; a timer begins anew.
   * @throws DomainError not-found, wrong-shape, question-not-open, question-merge-circle, panel-not-live,
   *   panel-timer-missing, event-not-published
   */
  async act(scope: Scope, { id, organizationId, eventId }: PanelKey, input: ModerationInput): Promise<void> {
    await this.db.write(scope, async (tx) => {
      const panel = found(await tx.locked(Panel, { id, organizationId, eventId }));
      const subjectId = isActOnQuestion(input.act)
        ? await onQuestion(tx, panel, input.act, input)
        : await onPanel(tx, panel, input.act, input);
      panel.version += 1;
      await tx.save(panel);
      await record(tx, actorOf(scope), `panel.${input.act}`, subjectId, { panel: id });
      return { done: true };
    });
  }
}

async function onQuestion(
  tx: Tx,
  panel: Panel,
  act: ActOnQuestion,
  { questionId, into }: ModerationInput,
): Promise<string> {
  const question = await questionOf(tx, panel, questionId, '/questionId');
  const isCurrent = panel.currentQuestionId === question.id;
  switch (act) {
    case 'star':
    case 'unstar':
      question.starred = act === 'star';
      break;
    case 'highlight':
      question.refuseUnlessOpen();
      panel.currentQuestionId = question.id;
      break;
    case 'unhighlight':
      break;
    case 'answered':
      question.answer(tx.now);
      break;
    case 'reopen':
      question.reopen();
      break;
    case 'hide':
      question.hide();
      break;
    case 'show':
      question.show();
      break;
    case 'merge':
      await merge(tx, panel, question, await questionOf(tx, panel, into, '/into'));
      break;
    case 'unmerge':
      question.unmerge();
      break;
  }
  // What is answered, hidden or merged leaves the screen; so does what is taken off it.
  if (isCurrent && (act === 'unhighlight' || question.state !== 'open')) panel.currentQuestionId = null;
  await tx.save(question);
  return question.id;
}

async function merge(tx: Tx, panel: Panel, question: PanelQuestion, into: PanelQuestion): Promise<void> {
  const { id: panelId, organizationId } = panel;
  const all = await tx.find(PanelQuestion, { where: { panelId, organizationId } });
  question.mergeInto(into, standsFor(new Map(all.map((one) => [one.id, one])), into.id));
}

async function onPanel(tx: Tx, panel: Panel, act: ActOnPanel, { seconds }: ModerationInput): Promise<string> {
  switch (act) {
    case 'start':
      await refuseUnlessPublished(tx, panel);
      panel.start(tx.now);
      break;
    case 'end':
      panel.end(tx.now);
      break;
    case 'open-questions':
    case 'close-questions':
      panel.questionsOpen = act === 'open-questions';
      break;
    case 'timer':
      if (seconds === undefined) throw needed('/seconds');
      panel.startTimer(seconds, tx.now);
      break;
    case 'pause-timer':
      panel.pauseTimer(tx.now);
      break;
    case 'resume-timer':
      panel.resumeTimer(tx.now);
      break;
    case 'stop-timer':
      panel.stopTimer();
      break;
  }
  return panel.id;
}

async function questionOf(
  tx: Tx,
  { id: panelId, organizationId }: Panel,
  id: string | undefined,
  pointer: string,
): Promise<PanelQuestion> {
  if (id === undefined) throw needed(pointer);
  return found(await tx.one(PanelQuestion, { id, panelId, organizationId }));
}

async function refuseUnlessPublished(tx: Tx, { eventId, organizationId }: Panel): Promise<void> {
  const event = found(await tx.one(Event, { id: eventId, organizationId }));
  if (event.state !== 'published') throw new DomainError('event-not-published');
}

const needed = (pointer: string): DomainError =>
  new DomainError('wrong-shape', [{ pointer, detail: words.shapes.needed }]);
