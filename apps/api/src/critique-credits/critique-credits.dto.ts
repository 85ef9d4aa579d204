import { critiqueCredits } from '#libs/domain';
import { words } from '#libs/words';
import { NotEquals } from 'class-validator';
import { PageQuery } from '../problems/page.query.dto.ts';
import { Id, OptionalLine, WholeNumber } from '../problems/shapes.ts';
import type { PeopleCredits, PersonCreditsRow } from './critique-credits.queries.ts';

export class CreditsQuery extends PageQuery {
  /** A part of a name. */
  @OptionalLine(100) search?: string;
}

export class CreditsInput {
  @Id() personId!: string;
  /** Below zero they are taken; never 0. */
  @WholeNumber(-critiqueCredits.mostAtOnce, critiqueCredits.mostAtOnce)
  @NotEquals(0, { message: () => words.critiqueCredits.notZero })
  amount!: number;
}

export class PersonCreditsView {
  personId!: string;
  name!: string;
  balance!: number;

  static of({ personId, name, balance }: PersonCreditsRow): PersonCreditsView {
    return { personId, name, balance };
  }
}

export class PeopleCreditsView {
  /** Whether works cost credits here; when not, nobody is listed. */
  counted!: boolean;
  people!: PersonCreditsView[];
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of({ counted, rows, next }: PeopleCredits): PeopleCreditsView {
    return { counted, people: rows.map((row) => PersonCreditsView.of(row)), next };
  }
}
