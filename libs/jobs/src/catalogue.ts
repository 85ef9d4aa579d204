/**
 * Deferred work: job type → payload. Payloads are ids; a handler reads the truth when it runs and opens the scope of
 * `organizationId`. The worker's handlers.ts does not compile while one is missing.
 */
export interface Jobs {
  'attendees.import': { organizationId: string; importId: string };
  /** Ends the holds and offers of an event whose time is over. */
  'attendees.expire': { organizationId: string; eventId: string };
  /** The morning after an evening: writes to those who came. */
  'introductions.morning': { organizationId: string; eventId: string };
  /** The second working day: makes suggestions where no host did, and tells the hosts how many wait. */
  'introductions.digest': { organizationId: string; eventId: string };
  'introductions.expire-suggestion': { organizationId: string; introductionId: string };
  'introductions.ask': { organizationId: string; personId: string };
  'introductions.remind': { organizationId: string; personId: string };
  'introductions.end-ask': { organizationId: string; introductionId: string };
  'introductions.release': { organizationId: string; introductionId: string };
  /** Asks one person how it goes with everybody of this organization about whom it is due. */
  'introductions.follow-up': { organizationId: string; personId: string };
  /** Ends the year after an introduction. */
  'introductions.lapse': { organizationId: string; introductionId: string };
  /** Turns asks that are over into training rows, and learns from them when there are enough; of the whole installation. */
  'introductions.learn': Record<string, never>;
  /** The next thing due in the life of a circle. */
  'circles.step': { organizationId: string; circleId: string };
  /** Reminds the critics of a written session who have not written yet. */
  'critique.remind': { organizationId: string; critiqueSessionId: string };
  /** Hands the letters of a session over: when it ends, at the latest two hours after its evening. */
  'critique.release': { organizationId: string; critiqueSessionId: string };
  /** Ends a session that nobody started: its evening was cancelled or went by. */
  'critique.call-off': { organizationId: string; critiqueSessionId: string };
  /** Gives the slot of an author who did not come to the head of the waitlist. */
  'critique.author-missing': { organizationId: string; slotId: string };
  /** Gives to others what people who are not coming any more had in a session. */
  'critique.reseat': { organizationId: string; critiqueSessionId: string };
  /** Looks whose choice of people is returned. */
  'critique.settle-picks': { organizationId: string; critiqueSessionId: string; personId: string };
  /** An hour after an evening: what was not asked of a panelist becomes suggestions. */
  'panels.settle-questions': { organizationId: string; panelId: string };
  /** Makes the dates of a series that are near enough. */
  'series.make': { organizationId: string; seriesId: string };
  /** Writes a message of an organizer to whoever it is for at that moment. */
  'messages.send': { organizationId: string; messageId: string };
  /** Deletes the bytes of a file whose time is over. */
  'files.delete': { organizationId: string; fileId: string };
  /** Once a day: deletes bytes that no file has; of the whole installation. */
  'sweep-files': Record<string, never>;
  /** Wakes everything in the view `due_work` whose moment has come. */
  sweep: Record<string, never>;
  /** Moves product time one step towards its target: demo mode and tests only. */
  'clock.step': Record<string, never>;
}

export type JobType = keyof Jobs;
