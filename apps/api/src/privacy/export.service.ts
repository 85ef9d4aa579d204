import { Database, personById, recordApart, spend, suppressionHashes } from '#libs/database';
import { DomainError, everyOrganization } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import { sections } from './export.queries.ts';

/** An export reads everything about somebody; nobody needs more. */
const exportsPerHour = 5;

export interface PersonalFile {
  name: string;
  /** JSON, piece by piece. */
  text: AsyncIterable<string>;
}

/** Everything that is stored about a person over all organizations, as one JSON file. */
@Injectable()
export class ExportService {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError too-many-requests */
  async fileOf(personId: string): Promise<PersonalFile> {
    const day = await this.db.write({ kind: 'installation' }, async (tx) => {
      if (!(await spend(tx, `export:${personId}`, exportsPerHour)))
        throw new DomainError('too-many-requests');
      await recordApart(tx, { kind: 'person', id: personId }, 'person.exported', personId);
      return tx.now.toISOString().slice(0, 10);
    });
    return { name: `acquaint-${day}.json`, text: this.pieces(personId) };
  }

  /** A section at a time, so that the longest one is all that is ever held. */
  private async *pieces(personId: string): AsyncGenerator<string> {
    yield `{\n  "about": ${JSON.stringify(words.privacy.export.about)}`;
    const { email } = await this.db.read(everyOrganization, (reader) => personById(reader, personId));
    const hashes = suppressionHashes(this.settings.config.keys, email);
    for (const { name, sql, of } of sections) {
      const value = of === undefined ? personId : hashes;
      const rows = await this.db.read(everyOrganization, (reader) => reader.query<object>(sql, [value]));
      const lines = rows.map((row) => `\n    ${JSON.stringify(row)}`);
      yield `,\n  ${JSON.stringify(name)}: [${lines.join(',')}${lines.length === 0 ? '' : '\n  '}]`;
    }
    yield '\n}\n';
  }
}
