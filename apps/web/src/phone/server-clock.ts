/** Messages that are compared: the one that was on its way the shortest tells best what the server's clock says. */
const samplesKept = 8;
/** A clock that was moved by more than this was set anew, in the demo; what was heard before is worth nothing. */
const setAnewMs = 5_000;

/** How far the server's clock is ahead of the browser's, from what messages say. */
export class ServerClock {
  private samples: number[] = [];

  /** @param heardAt the browser's clock when the message arrived */
  hear(serverNow: string, heardAt = Date.now()): void {
    const ahead = Date.parse(serverNow) - heardAt;
    if (Math.abs(ahead - this.ahead) > setAnewMs) this.samples = [];
    this.samples = [...this.samples, ahead].slice(-samplesKept);
  }

  /** A message arrives later than it was written, never earlier: the largest difference was delayed least. */
  get ahead(): number {
    return this.samples.length === 0 ? 0 : Math.max(...this.samples);
  }

  now(at = Date.now()): number {
    return at + this.ahead;
  }
}
