import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../lib/problem.ts';

/** A refusal is an answer and is not asked for again; a network fault is tried twice more. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
    },
    mutations: { retry: false },
  },
});
