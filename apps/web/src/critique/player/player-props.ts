/** A moment of the work, in milliseconds, with a word or two. */
export interface Pin {
  at: number;
  text: string;
}

/** Where somebody is in a work. */
export interface Position {
  ms: number;
  isPlaying: boolean;
}

export interface PlayerProps {
  /** Where the work can be heard or seen, for a quarter of an hour. */
  url: string;
  /** What it is: sound, a film, or pages. */
  type: string;
  /** Loudness from 0 to 100 in equal steps; null: drawn flat. */
  peaks: readonly number[] | null;
  lengthMs: number | null;
  marks?: readonly Pin[];
  /** Asked for a mark at this moment, in milliseconds; without it there is no such button. */
  onMark?: (atMs: number) => void;
  /** What that button says, where another marks the moment of the room. */
  markWords?: string;
  /** It does not go on: the link is too old, the network is gone, or the browser cannot play it. */
  onLost: (at: Position) => void;
  /** Its length is known, so that it can be played. */
  onHeard: () => void;
  /** Where to begin. */
  from: Position;
}
