import { Database, type Tx, withdrawQuestion } from '#libs/database';
import {
  DomainError,
  Event,
  type Once,
  Panel,
  PanelPerson,
  PanelQuestion,
  found,
  inOrganization,
  mostOpenQuestions,
  newId,
  system,
  waits,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Batcher } from '../batcher.ts';
import type { EveningKey } from '../evenings/evening-links.service.ts';
import { PhoneBudget } from './phone-budget.ts';
import type { MyQuestionsView, PanelQuestionInput } from './questions.dto.ts';

/** A minute: somebody who takes back and asks again, and again. */
const mostAsks = 20;

/** Somebody at a panel. */
interface Own {
  organizationId: string;
  eventId: string;
  panelId: string;
  personId: string;
}

type OwnPart = Pick<MyQuestionsView, 'asked' | 'voted'>;

/** What the audience asks. No audit says who asked. */
@Injectable()
export class QuestionsService {
  private readonly asks = new PhoneBudget(mostAsks);
  private readonly looks: Batcher<Own, OwnPart | null>;

  constructor(private readonly db: Database) {
    this.looks = new Batcher((all) => this.look(all), { most: 256, inFlight: 2, queue: 5_000 });
  }

  /**
   * Together with whoever asks meanwhile, because it answers each of the hundreds of votes that a room gives in a few seconds.
   * @throws DomainError not-found, too-busy
   */
  async mine({ organizationId, eventId, personId }: EveningKey, panelId: string): Promise<MyQuestionsView> {
    const row = await this.looks.ask({ organizationId, eventId, panelId, personId });
    const { asked, voted } = found(row);
    return { asked, voted, left: Math.max(0, mostOpenQuestions - asked.filter(waits).length) };
  }

  /** @throws DomainError not-found, questions-closed, too-many-questions, question-for-unknown, too-many-requests */
  async ask(
    key: EveningKey,
    panelId: string,
    { text, named, forId: whom }: PanelQuestionInput,
    once: Once | undefined,
  ): Promise<void> {
    const { organizationId, eventId, attendeeId, personId } = key;
    const forId = whom ?? null;
    this.asks.spend(personId);
    await this.db.write({ ...key.scope, once }, async (tx) => {
      const panel = await lockedPanel(tx, key, panelId);
      const event = found(await tx.one(Event, { id: eventId, organizationId }));
      if (!panel.takesQuestions(event, tx.now)) throw new DomainError('questions-closed');
      const asked = await tx.find(PanelQuestion, { where: { panelId, organizationId, personId } });
      if (asked.filter((question) => question.isWaiting).length >= mostOpenQuestions)
        throw new DomainError('too-many-questions');
      if (forId !== null && !(await isOnPanel(tx, panel, forId)))
        throw new DomainError('question-for-unknown');
      const question = {
        id: newId(),
        organizationId,
        eventId,
        panelId,
        attendeeId,
        personId,
        forId,
        named,
        text,
      };
      await tx.insert(PanelQuestion, PanelQuestion.of({ ...question, createdAt: tx.now }));
      await tellScreens(tx, panel);
      return { asked: true };
    });
  }

  /**
   * Takes an own question back, with the votes for it; those that were merged into it stand for themselves again.
   * @throws DomainError not-found, question-not-open once it was answered
   */
  async withdraw(key: EveningKey, panelId: string, questionId: string): Promise<void> {
    const { organizationId, personId } = key;
    await this.db.write(key.scope, async (tx) => {
      const panel = await lockedPanel(tx, key, panelId);
      const where = { id: questionId, panelId, organizationId, personId };
      const question = found(await tx.one(PanelQuestion, where));
      if (question.state === 'answered' || panel.settledAt !== null)
        throw new DomainError('question-not-open');
      await withdrawQuestion(tx, question);
      await tellScreens(tx, panel);
    });
  }

  private async look(all: Own[]): Promise<(OwnPart | null)[]> {
    const parts = new Map<number, OwnPart>();
    const asked = all.map((own, n) => ({ ...own, n }));
    for (const [organizationId, group] of Map.groupBy(asked, (own) => own.organizationId)) {
      const rows = await this.db.read(inOrganization(organizationId, system), (reader) =>
        reader.prepared<OwnPart & { n: number }>('own parts of panels', ownParts, [
          group.map(({ n }) => n),
          group.map(({ panelId }) => panelId),
          group.map(({ eventId }) => eventId),
          group.map(({ personId }) => personId),
          organizationId,
        ]),
      );
      for (const { n, ...part } of rows) parts.set(n, part);
    }
    return all.map((_, n) => parts.get(n) ?? null);
  }
}

const ownParts = `
select own.n, coalesce((select json_agg(json_build_object('id', q.id, 'text', q.text, 'state', q.state) order by q.created_at, q.id)
    from panel_questions q where q.panel_id = p.id and q.organization_id = p.organization_id and q.person_id = own.person_id), '[]') as asked,
  coalesce((select json_agg(v.question_id order by v.created_at, v.question_id) from question_votes v
    join panel_questions q on q.id = v.question_id where q.panel_id = p.id and v.person_id = own.person_id), '[]') as voted
from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[]) as own(n, panel_id, event_id, person_id)
  join panels p on p.id = own.panel_id and p.event_id = own.event_id and p.organization_id = $5`;

/** Locked first: whatever changes the questions of a panel does so one after the other. */
async function lockedPanel(tx: Tx, { organizationId, eventId }: EveningKey, panelId: string): Promise<Panel> {
  return found(await tx.locked(Panel, { id: panelId, organizationId, eventId }));
}

async function isOnPanel(tx: Tx, { id: panelId, organizationId }: Panel, id: string): Promise<boolean> {
  return (await tx.one(PanelPerson, { id, panelId, organizationId, state: 'confirmed' })) !== null;
}

async function tellScreens(tx: Tx, panel: Panel): Promise<void> {
  await tx.query('update panels set version = version + 1 where id = $1 and organization_id = $2', [
    panel.id,
    panel.organizationId,
  ]);
}
