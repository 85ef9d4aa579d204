import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type OwnPicks, type PicksInput, type PicksPath, picksCalls } from './calls.ts';

/** One's own choice: shown as tapped, kept one after the other, and as the server has it again when that failed. */
export function usePicks(path: PicksPath, standing: string) {
  const queries = useQueryClient();
  const key = ['critique-picks', path.token, path.critiqueSessionId];
  // How the session stands opens and closes the choice.
  const { data, error, refetch } = useQuery({
    queryKey: [...key, standing],
    queryFn: () => picksCalls.read(path),
  });
  const saving = useMutation({
    scope: { id: key.join() },
    mutationFn: (input: PicksInput) => picksCalls.save(path, input),
    onMutate: (input) => {
      queries.setQueryData<OwnPicks>(
        [...key, standing],
        (before) => before && { ...before, picks: input.picks },
      );
    },
    onSuccess: (saved) => {
      // What was tapped since then is on its way.
      if (queries.isMutating({ mutationKey: key }) <= 1) queries.setQueryData([...key, standing], saved);
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
    mutationKey: key,
  });
  return { own: data, failure: error, again: () => void refetch(), saving };
}
