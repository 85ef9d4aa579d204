/**
 * Deferred work: job type → payload. Payloads are ids; a handler reads the truth when it runs and opens the scope of
 * `organizationId`. The worker's handlers.ts does not compile while one is missing.
 */
export interface Jobs {
  'attendees.import': { organizationId: string; importId: string };
  /** Ends the holds and offers of an event whose time is over. */
  'attendees.expire': { organizationId: string; eventId: string };
  'introductions.expire-suggestion': { organizationId: string; introductionId: string };
  'introductions.ask': { organizationId: string; personId: string };
  'introductions.remind': { organizationId: string; personId: string };
  'introductions.end-ask': { organizationId: string; introductionId: string };
  'introductions.release': { organizationId: string; introductionId: string };
  /** Wakes everything in the view `due_work` whose moment has come. */
  sweep: Record<string, never>;
  /** Moves product time one step towards its target: demo mode and tests only. */
  'clock.step': Record<string, never>;
}

export type JobType = keyof Jobs;
