import type { OwnWork, WorkPath } from './calls.ts';
import type { WorkDraft, WorkState } from './work-draft.ts';

/** What each view of one's own work is given. */
export interface WorkProps {
  path: WorkPath;
  draft: WorkDraft;
  state: WorkState;
  own: OwnWork;
}
