import { Database, type Tx } from '#libs/database';
import { DomainError, Event, Panel, type PanelQuestion, found, inOrganization, system } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Batcher } from '../batcher.ts';
import type { EveningKey } from '../evenings/evening-links.service.ts';
import type { PanelKey } from './panel-now.queries.ts';
import { PhoneBudget } from './phone-budget.ts';

/** A minute. */
const mostVotes = 40;

/** Somebody is for a question, or no longer. */
interface Vote extends PanelKey {
  questionId: string;
  personId: string;
  given: boolean;
}

/** A question as it stood when somebody voted. */
interface Known {
  n: number;
  state: PanelQuestion['state'] | null;
  own: boolean | null;
}

/**
 * Votes, of which a room gives hundreds in a few seconds: whatever came while the last ones were written is written in one
 * statement a panel, so that they do not queue for its row one by one.
 */
@Injectable()
export class VotesService {
  private readonly budget = new PhoneBudget(mostVotes);
  private readonly votes: Batcher<Vote, true>;

  constructor(private readonly db: Database) {
    this.votes = new Batcher((votes) => this.count(votes), { most: 500, inFlight: 2, queue: 5_000 });
  }

  /**
   * Voting again for the same question changes nothing.
   * @throws DomainError not-found, question-own, question-not-open, questions-closed, too-many-requests, too-busy
   */
  async vote(key: EveningKey, panelId: string, questionId: string, given: boolean): Promise<void> {
    const { organizationId, eventId, personId } = key;
    this.budget.spend(personId);
    await this.votes.ask({ organizationId, eventId, id: panelId, questionId, personId, given });
  }

  private async count(votes: Vote[]): Promise<(true | Error)[]> {
    const answers = new Map<Vote, true | Error>();
    const panels = Map.groupBy(
      votes,
      ({ organizationId, eventId, id }) => `${organizationId} ${eventId} ${id}`,
    );
    for (const group of panels.values()) {
      const [key] = group;
      if (key === undefined) continue;
      const counted = await this.db
        .write(inOrganization(key.organizationId, system), (tx) => countIn(tx, key, group))
        .catch((error: unknown) => refused(error, group));
      for (const [at, vote] of group.entries())
        answers.set(vote, counted[at] ?? new DomainError('not-found'));
    }
    return votes.map((vote) => answers.get(vote) ?? new DomainError('not-found'));
  }
}

/** What is refused for the panel is refused for each of them; anything else is the batch's own. */
function refused(error: unknown, group: readonly Vote[]): Error[] {
  if (!(error instanceof DomainError)) throw error;
  return group.map(() => error);
}

async function countIn(
  tx: Tx,
  { id, organizationId, eventId }: PanelKey,
  votes: Vote[],
): Promise<(true | Error)[]> {
  // Locked first, as by whoever moderates: so a question is not taken away beneath a vote.
  const panel = found(await tx.locked(Panel, { id, organizationId, eventId }));
  const event = found(await tx.one(Event, { id: eventId, organizationId }));
  if (!panel.takesVotes(event, tx.now)) throw new DomainError('questions-closed');
  const known = await tx.prepared<Known>('votes for questions', counting, [
    JSON.stringify(votes.map(({ questionId, personId, given }, n) => ({ n, questionId, personId, given }))),
    id,
    organizationId,
    tx.now,
  ]);
  const byPlace = new Map(known.map((one) => [one.n, one]));
  return votes.map((_, n) => answerTo(byPlace.get(n)));
}

/** One up-vote a person is the primary key of the table, whoever else writes at this moment. */
const counting = `
with asked as (
  select n, "questionId" as question_id, "personId" as person_id, given
  from jsonb_to_recordset($1::jsonb) as asked(n int, "questionId" uuid, "personId" uuid, given boolean)
), known as (
  select a.*, q.state, q.person_id = a.person_id as own from asked a
  left join panel_questions q on q.id = a.question_id and q.panel_id = $2 and q.organization_id = $3
), added as (
  insert into question_votes (question_id, organization_id, person_id, created_at)
  select distinct question_id, $3::uuid, person_id, $4::timestamptz from known where given and state = 'open' and not own
  on conflict do nothing returning 1
), removed as (
  delete from question_votes v using known k
  where not k.given and k.state = 'open' and v.question_id = k.question_id and v.person_id = k.person_id returning 1
), told as (
  update panels set version = version + 1 where id = $2 and organization_id = $3
    and (exists (select from added) or exists (select from removed))
)
select n, state, own from known`;

function answerTo(known: Known | undefined): true | Error {
  if (known === undefined || known.state === null) return new DomainError('not-found');
  if (known.own === true) return new DomainError('question-own');
  return known.state === 'open' ? true : new DomainError('question-not-open');
}
