import { ProblemError } from '../../lib/problem.ts';

export interface MyTable {
  round: number;
  table: number;
  topic: string | null;
  with: string[];
  others: number;
}

/** The small tables as one person sees them. */
export interface MyTables {
  state: 'open' | 'seated' | 'running' | 'ended';
  rounds: number;
  /** The one that is held, from 1; 0 before the first. */
  round: number;
  minutes: number;
  roundStartedAt: string | null;
  version: number;
  now: string;
  mine: MyTable[];
}

const path = (token: string): string => `/api/v1/evening/${token}/mixer`;

export const tableCalls = {
  /** Where the browser hears of every change, as long as it listens. */
  stream: path,
  read: async (token: string): Promise<MyTables> => {
    const response = await fetch(path(token), { headers: { accept: 'application/json' } });
    const answered = (await response.json()) as object;
    if (!response.ok) throw new ProblemError(response.status, answered);
    return answered as MyTables;
  },
};
