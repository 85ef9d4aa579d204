import type { MigrationInterface, QueryRunner } from 'typeorm';

const synonyms = `
-- An organization's own words that mean the same, beside those the product knows: one row, one meaning. The bound on the
-- rows is a place each of them takes.
create table synonyms (
  id uuid primary key,
  organization_id uuid not null references organizations,
  place int not null constraint synonyms_place check (place between 1 and 200),
  words varchar(40)[] not null constraint synonyms_words check (
    array_ndims(words) = 1 and cardinality(words) between 2 and 12
    and array_position(words, null) is null and not ('' = any (words))),
  version int not null,
  created_at timestamptz not null,
  unique (id, organization_id),
  constraint synonyms_one_place unique (organization_id, place)
);

-- The folded form of each word, so that it stands in one row of an organization only. One character folds to at most 18.
create table synonym_forms (
  organization_id uuid not null,
  form varchar(720) not null check (form <> ''),
  synonyms_id uuid not null,
  constraint synonym_forms_one_row primary key (organization_id, form),
  foreign key (synonyms_id, organization_id) references synonyms (id, organization_id) on delete cascade
);
create index synonym_forms_of_row on synonym_forms (synonyms_id);
`;

function policies(table: string): string {
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy in_its_organization on ${table} using (organization_id = app_organization());
create policy system_scope on ${table} using (app_scope() = 'system');`;
}

export class Synonyms0006 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Synonyms0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local lock_timeout = '2s'`);
    await runner.query(synonyms);
    for (const table of ['synonyms', 'synonym_forms']) await runner.query(policies(table));
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
