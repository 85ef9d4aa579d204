import type { MigrationInterface, QueryRunner } from 'typeorm';

const learning = `
-- What spoke for a yes when the ask left, as numbers; emptied when the ask is over and has become a training row, or may not.
alter table introduction_sides add column features jsonb;
create index introduction_sides_to_learn on introduction_sides (ask_ends_at) where features is not null;

-- What asks teach, of the whole installation: numbers without anybody's id, any text or any time. "key" and "fold" are keyed
-- hashes, of the side (an answer counts once) and of the event (evenings are held out whole); no row can be traced without
-- the installation's secret, and their order tells nothing.
create table training_rows (
  key bytea primary key,
  fold bytea not null,
  source varchar(10) not null check (source in ('suggested', 'host', 'wish', 'critique', 'question', 'wildcard')),
  features jsonb not null,
  said_yes boolean not null,
  -- By a person, yes or no; a silence is learned from as no yes, and is no answer.
  answered boolean not null,
  check (answered or not said_yes)
);

-- Each attempt to learn, whether used or not. The newest one counts.
create table learned_weights (
  version int primary key check (version > 0),
  verdict varchar(20) not null check (verdict in ('too-few-answers', 'too-few-evenings', 'not-better', 'better')),
  weights jsonb not null,
  answers int not null,
  evenings int not null,
  -- Mean log loss of an answer on evenings that were held out, and the noise of what was won.
  held jsonb,
  learned_at timestamptz not null
);

alter table training_rows enable row level security;
alter table training_rows force row level security;
create policy system_scope on training_rows using (app_scope() = 'system');
alter table learned_weights enable row level security;
alter table learned_weights force row level security;
create policy system_scope on learned_weights using (app_scope() = 'system');
create policy everybody_reads on learned_weights for select using (true);
`;

/** How answers become weights: of all organizations together, without anybody's data. */
export class Learning0010 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Learning0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(learning);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
