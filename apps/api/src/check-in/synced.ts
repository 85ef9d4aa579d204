import type { DoorNews, ScanResult } from '#libs/database';

/** What a phone is told for what it sent. */
export interface Synced {
  now: Date;
  results: ScanResult[];
  news: DoorNews;
  /** The door is closed: nobody is named any more. */
  isOver: boolean;
}
