import type { Now } from '../calls.ts';

/** What a view of the moment is given. */
export interface ViewProps {
  token: string;
  now: Now;
}
