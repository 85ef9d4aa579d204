import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Swaps, swapCalls } from './calls.ts';

/** Somebody scans my code while I hold the phone: often enough that they need not wait for the question. */
const askMs = 4_000;

export const swapsKey = (token: string) => ['swaps', token] as const;

export function useSwaps(token: string) {
  return useQuery({
    queryKey: swapsKey(token),
    queryFn: () => swapCalls.read(token),
    refetchInterval: askMs,
    refetchOnReconnect: 'always',
  });
}

/** Does something and keeps how it stands then. A refusal is there to be said, and the list is read again. */
export function useSwapAct<Input>(token: string, act: (input: Input) => Promise<Swaps>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => {
      // An answer that is on its way already would turn the list back.
      await queries.cancelQueries({ queryKey: swapsKey(token) });
      return act(input);
    },
    onSuccess: (swaps) => {
      queries.setQueryData(swapsKey(token), swaps);
    },
    onError: () => queries.invalidateQueries({ queryKey: swapsKey(token) }),
  });
}
