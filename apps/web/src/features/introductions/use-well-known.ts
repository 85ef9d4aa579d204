import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { boardKey, boardQuery } from './board-query.ts';

/** Marks or unmarks somebody as well-known: shown at once, and taken back when it is refused. */
export function useMarkWellKnown(): (attendeeId: string, wellKnown: boolean) => void {
  const { organizationId, eventId } = useEventPath();
  const queries = useQueryClient();
  return useCallback(
    (attendeeId, wellKnown) => {
      const path = { organizationId, eventId };
      const { queryKey } = boardQuery(path);
      void queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, (board) =>
        board === undefined
          ? board
          : {
              ...board,
              people: board.people.map((one) =>
                one.attendeeId === attendeeId ? { ...one, wellKnown } : one,
              ),
            },
      );
      const { markWellKnown, unmarkWellKnown } = api.introductions;
      (wellKnown ? markWellKnown : unmarkWellKnown)(path, attendeeId).catch((error: unknown) => {
        say('fault', sentenceOf(error));
        void queries.invalidateQueries({ queryKey: boardKey(path) });
      });
    },
    [queries, organizationId, eventId],
  );
}
