import { useMutation, useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { boardQuery } from './board-query.ts';

export function useSuggest() {
  const path = useEventPath();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.introductions.suggest(path),
    onSuccess: (board) => {
      queries.setQueryData(boardQuery(path).queryKey, board);
      say(
        'done',
        app.introductions.found(
          board.introductions.filter(({ standing }) => standing === 'suggested').length,
        ),
      );
    },
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
  });
}
