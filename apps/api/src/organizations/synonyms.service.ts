import { Database, type Tx, record } from '#libs/database';
import {
  DomainError,
  type FoldedWord,
  type Member,
  Synonyms,
  found,
  newId,
  readSynonyms,
  synonymsTaken,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import {
  type SynonymsRow,
  claimForms,
  insertSynonyms,
  lockSynonyms,
  readSynonymRows,
  rowsWithForms,
} from './synonyms.queries.ts';

/** An organization's own words that mean the same; the next search for introductions reads them. */
@Injectable()
export class SynonymsService {
  constructor(private readonly db: Database) {}

  list({ scope, organizationId }: Member): Promise<SynonymsRow[]> {
    return this.db.read(scope, (reader) => readSynonymRows(reader, organizationId));
  }

  /** @throws DomainError wrong-shape, synonym-taken, too-many-synonyms */
  add({ scope, organizationId, actor }: Member, typed: readonly string[]): Promise<SynonymsRow> {
    const folded = readSynonyms(typed);
    return this.db.write(scope, async (tx) => {
      await lockSynonyms(tx, organizationId);
      const row = { id: newId(), words: plain(folded), version: 1 };
      if (!(await insertSynonyms(tx, organizationId, row))) throw new DomainError('too-many-synonyms');
      await claimOrRefuse(tx, organizationId, row.id, folded);
      await record(tx, actor, 'synonyms.added', row.id, { words: row.words.length });
      return row;
    });
  }

  /** @throws DomainError not-found, changed-meanwhile when `version` is not the one of now, wrong-shape, synonym-taken */
  change(
    { scope, organizationId, actor }: Member,
    id: string,
    { words: typed, version }: { words: readonly string[]; version: number },
  ): Promise<SynonymsRow> {
    const folded = readSynonyms(typed);
    return this.db.write(scope, async (tx) => {
      await lockSynonyms(tx, organizationId);
      const row = found(await tx.locked(Synonyms, { id, organizationId }));
      row.change(plain(folded), version);
      await tx.save(row);
      await claimOrRefuse(tx, organizationId, id, folded);
      await record(tx, actor, 'synonyms.changed', id, { words: row.words.length });
      return row;
    });
  }

  /** @throws DomainError not-found */
  remove({ scope, organizationId, actor }: Member, id: string): Promise<void> {
    return this.db.write(scope, async (tx) => {
      await lockSynonyms(tx, organizationId);
      const [removed] = await tx.query(
        'delete from synonyms where organization_id = $1 and id = $2 returning id',
        [organizationId, id],
      );
      found(removed);
      await record(tx, actor, 'synonyms.removed', id);
    });
  }
}

const plain = (folded: readonly FoldedWord[]): string[] => folded.map(({ word }) => word);

/** @throws DomainError synonym-taken, naming the row of each word that stands in another */
async function claimOrRefuse(
  tx: Tx,
  organizationId: string,
  id: string,
  words: readonly FoldedWord[],
): Promise<void> {
  if (await claimForms(tx, organizationId, id, words)) return;
  throw synonymsTaken(words, await rowsWithForms(tx, organizationId, id, words));
}
