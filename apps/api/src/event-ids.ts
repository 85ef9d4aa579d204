/** One event and whose it is: a statement about an event names both, so that another organization’s is not found. */
export interface EventIds {
  organizationId: string;
  eventId: string;
}
