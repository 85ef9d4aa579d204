import { Database } from '#libs/database';
import type { Member } from '#libs/domain';
import { SuggestionThreads, type Waiting, type Wish, makeSuggestions } from '#libs/suggestions';
import { Injectable } from '@nestjs/common';
import { readBoard } from './board.ts';
import { SuggestionsView } from './suggestions.dto.ts';

/** Suggestions as a host asks for them. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly db: Database,
    private readonly threads: SuggestionThreads,
  ) {}

  /**
   * Fills the places that are free (see makeSuggestions).
   *
   * @returns the board with them
   * @throws DomainError not-found, event-cancelled, introductions-over, introductions-too-many-people, too-busy,
   *   introductions-search-failed, changed-meanwhile
   */
  async suggest(decider: Member, eventId: string, wish: Wish, waiting: Waiting): Promise<SuggestionsView> {
    const { db, threads } = this;
    const before = await db.answeredBefore(decider.scope);
    if (before !== undefined) return before.result as SuggestionsView;
    return makeSuggestions({ db, threads, decider, eventId, waiting }, wish, async (tx, outcome) =>
      SuggestionsView.of(await readBoard(tx, decider, eventId), outcome),
    );
  }
}
