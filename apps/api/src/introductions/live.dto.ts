import type { PresentHost } from '#libs/database';
import { Id, OrNull } from '../problems/shapes.ts';

/** Sent at most every 20 seconds, and at once when it changes; who says nothing for 45 seconds has left. */
export class Presence {
  /** The introduction that fills the screen. */
  @OrNull() @Id() lookingAt!: string | null;
}

export class HostView {
  personId!: string;
  name!: string | null;
  lookingAt!: string | null;
  /** Whether it is the reader, here or in another tab. */
  me!: boolean;

  static of({ personId, name, lookingAt }: PresentHost, reader: string): HostView {
    return { personId, name, lookingAt, me: personId === reader };
  }
}

/** Who is at this board. */
export class LiveView {
  hosts!: HostView[];

  static of(hosts: readonly PresentHost[], reader: string): LiveView {
    return { hosts: hostViews(hosts, reader) };
  }
}

export const hostViews = (hosts: readonly PresentHost[], reader: string): HostView[] =>
  hosts.map((host) => HostView.of(host, reader));
