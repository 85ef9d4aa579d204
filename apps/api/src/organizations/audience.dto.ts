import type { Page } from '../paging.ts';
import { PageQuery } from '../problems/page.query.dto.ts';
import { OptionalLine, Pasted } from '../problems/shapes.ts';
import type { AudienceRow } from './audience.queries.ts';

/** As many as fit in a body of 256 kB. */
const longestPaste = 200_000;

export class AudienceQuery extends PageQuery {
  /** A part of a name or address, or "@domain"; any case. */
  @OptionalLine(200) search?: string;
}

export class AudienceInput {
  /** One a line, or as a mail program or a sheet gives them; names beside an address are passed over. */
  @Pasted(longestPaste) emails!: string | string[];
}

export class AudiencePerson {
  personId!: string;
  email!: string;
  /** From their RSVPs here; null for somebody who never made one. */
  name!: string | null;
  addedAt!: string;

  static of(row: AudienceRow): AudiencePerson {
    return {
      personId: row.personId,
      email: row.email,
      name: row.name,
      addedAt: row.createdAt.toISOString(),
    };
  }
}

export class AudienceView {
  people!: AudiencePerson[];
  /** Everybody in the audience, whatever was searched for. */
  count!: number;
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of({ rows, next, count }: Page<AudienceRow> & { count: number }): AudienceView {
    return { people: rows.map((row) => AudiencePerson.of(row)), count, next };
  }
}

/** What holds no address we can write to. */
export class UnusableLine {
  /** From 1. */
  line!: number;
  text!: string;
}

export class AudienceAddedView {
  added!: number;
  /** Were in the audience before. */
  known!: number;
  unusable!: number;
  /** The first 100 of the unusable ones. */
  unusableLines!: UnusableLine[];
}
