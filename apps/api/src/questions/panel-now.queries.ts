import type { Reader } from '#libs/database';
import { Event, Panel, type PanelQuestion, found } from '#libs/domain';

export interface PanelKey {
  organizationId: string;
  eventId: string;
  /** Of the panel. */
  id: string;
}

export interface PersonOnPanel {
  id: string;
  name: string;
  part: 'moderator' | 'panelist';
}

/** A question as screens may show it. Who asked an anonymous one is not read at all, so that no view can tell. */
export interface QuestionRow extends Pick<
  PanelQuestion,
  'id' | 'text' | 'forId' | 'state' | 'starred' | 'mergedInto' | 'createdAt' | 'answeredAt'
> {
  name: string | null;
  /** Of as many people, whether they voted for it or for one that was merged into it. */
  votes: number;
}

/** A panel at one moment. */
export interface PanelNow {
  now: Date;
  panel: Panel;
  people: PersonOnPanel[];
  /** Oldest first. */
  questions: QuestionRow[];
}

/** @throws DomainError not-found */
export async function readPanelNow(
  reader: Reader,
  { id, organizationId, eventId }: PanelKey,
): Promise<PanelNow> {
  const panel = found(await reader.one(Panel, { id, organizationId, eventId }));
  found(await reader.one(Event, { id: eventId, organizationId }));
  const [people, questions] = [await readPeople(reader, panel), await readQuestions(reader, panel)];
  return { now: reader.now, panel, people, questions };
}

/** Those who said yes, as they are called. */
function readPeople(reader: Reader, { id, organizationId }: Panel): Promise<PersonOnPanel[]> {
  return reader.prepared(
    'people of a panel',
    `select id, coalesce(nullif(appears ->> 'name', ''), name) as name, part from panel_people
     where panel_id = $1 and organization_id = $2 and state = 'confirmed' order by position, id`,
    [id, organizationId],
  );
}

function readQuestions(reader: Reader, { id, organizationId }: Panel): Promise<QuestionRow[]> {
  return reader.prepared(
    'questions of a panel',
    `with recursive beneath (id, stands_for) as (
       select id, id from panel_questions where panel_id = $1 and organization_id = $2
       union
       select q.id, b.stands_for from beneath b join panel_questions q on q.merged_into = b.id and q.state = 'merged'
     ), voted as (
       select b.stands_for, count(distinct v.person_id)::int as votes
       from beneath b join question_votes v on v.question_id = b.id group by b.stands_for
     )
     select q.id, q.text, q.for_id as "forId", case when q.state = 'merged' and q.merged_into is null then 'open' else q.state end as state,
       q.starred, q.merged_into as "mergedInto", q.created_at as "createdAt", q.answered_at as "answeredAt",
       case when q.named then nullif(a.name, '') end as name, coalesce(v.votes, 0) as votes
     from panel_questions q left join voted v on v.stands_for = q.id
       left join attendees a on q.named and a.id = q.attendee_id and a.organization_id = q.organization_id
     where q.panel_id = $1 and q.organization_id = $2 order by q.created_at, q.id`,
    [id, organizationId],
  );
}
