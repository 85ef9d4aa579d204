import { type Mark, newId } from '#libs/domain';
import type { Api } from './api.ts';
import type { CritiqueEvening } from './critique-evening.ts';

// What critics wrote, and the release that lets its authors read it, written by the owner.

export interface Wrote {
  meaning?: string;
  answer?: string;
  neutralQuestion?: string;
  opinion?: string;
  marks?: Mark[];
}

/** The critique of one assignment: its id. */
export async function makeCritique(api: Api, assignmentId: string, wrote: Wrote = {}): Promise<string> {
  const id = newId();
  const {
    meaning = 'The room in the second verse.',
    answer = '',
    neutralQuestion = '',
    opinion = '',
  } = wrote;
  await api.database.sql(
    `insert into critiques (id, organization_id, assignment_id, submission_id, person_id, meaning, answer, neutral_question, opinion,
       marks, words, saved_at)
     select $1::uuid, organization_id, id, submission_id, person_id, $3::text, $4::text, $5::text, $6::text, $7::jsonb,
       cardinality(regexp_split_to_array(trim(concat_ws(' ', $3::text, $4::text, $5::text, $6::text)), '\\s+')), app_now() from assignments where id = $2`,
    [id, assignmentId, meaning, answer, neutralQuestion, opinion, JSON.stringify(wrote.marks ?? [])],
  );
  return id;
}

/** The session is over and its feedback is out; every work was heard unless it is named. */
export async function releaseLetters(
  api: Api,
  { critiqueSessionId }: Pick<CritiqueEvening, 'critiqueSessionId'>,
  given: { notHeard?: readonly string[]; feedbackTo?: 'author' | 'facilitator' } = {},
): Promise<void> {
  const { notHeard = [], feedbackTo = 'author' } = given;
  await api.database.sql(
    `update critique_sessions set state = 'ended', ended_at = date_trunc('minute', app_now()), released_at = app_now(), feedback_to = $2 where id = $1`,
    [critiqueSessionId, feedbackTo],
  );
  await api.database.sql(
    `update submissions set state = 'heard', heard_at = date_trunc('minute', app_now()) where critique_session_id = $1 and not id = any ($2::uuid[])`,
    [critiqueSessionId, [...notHeard]],
  );
}

/** A file that the author of a work brought. */
export async function makeWorkFile(
  api: Api,
  submissionId: string,
  given: { peaks?: number[] } = {},
): Promise<string> {
  const id = newId();
  await api.database.sql(
    `insert into files (id, organization_id, event_id, critique_session_id, person_id, state, name, bytes, received, type, length_ms,
       peaks, storage_key, touched_at, created_at)
     select $1::uuid, organization_id, event_id, critique_session_id, person_id, 'ready', 'mix 3.wav', 1000, 1000, 'audio/wav', 187000, $3,
       $1::uuid::text, now(), app_now() from submissions where id = $2`,
    [id, submissionId, given.peaks === undefined ? null : JSON.stringify(given.peaks)],
  );
  await api.database.sql(`update submissions set file_id = $1, medium = 'audio', link = null where id = $2`, [
    id,
    submissionId,
  ]);
  return id;
}
