import type { TestDatabase } from '../../support/postgres.ts';

// What the tables say of all worlds at once.

export interface SideRow {
  personId: string;
  consent: string;
  outcome: string | null;
  askedAt: Date | null;
  endsAt: Date | null;
}

export interface PairRow {
  id: string;
  organizationId: string;
  personA: string;
  personB: string;
  state: string;
  firstMover: string | null;
  introducedAt: Date | null;
  frozenAt: Date | null;
  reasons: string;
  sides: SideRow[];
}

export interface MailRow {
  id: string;
  organizationId: string;
  personId: string;
  kind: string;
  state: string;
  at: Date | null;
  text: string | null;
  speaksOf: string[];
}

export interface Rows {
  pairs: Map<string, PairRow[]>;
  mails: Map<string, MailRow[]>;
}

export async function readRows(database: TestDatabase): Promise<Rows> {
  const pairs = await database.sql<PairRow & Record<string, unknown>>(
    `select i.id, i.organization_id as "organizationId", i.person_a as "personA", i.person_b as "personB", i.state,
       i.first_mover as "firstMover", i.introduced_at as "introducedAt", i.frozen_at as "frozenAt",
       concat(i.reason_text_a, ' / ', i.reason_text_b) as reasons,
       (select json_agg(json_build_object('personId', s.person_id, 'consent', s.consent, 'outcome', s.outcome,
          'askedAt', s.asked_at, 'endsAt', s.ask_ends_at)) from introduction_sides s where s.introduction_id = i.id) as sides
     from introductions i order by i.id`,
  );
  const mails = await database.sql<MailRow & Record<string, unknown>>(
    `select id, organization_id as "organizationId", person_id as "personId", kind, state, final_at as at,
       concat(subject, E'\\n', text_part) as text, speaks_of as "speaksOf"
     from mails where state <> 'queued' order by final_at, id`,
  );
  return {
    pairs: Map.groupBy(pairs, ({ organizationId }) => organizationId),
    mails: Map.groupBy(mails, ({ organizationId }) => organizationId),
  };
}
