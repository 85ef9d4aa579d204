/** A hand that trembles takes a code out of the picture for less than this. */
const goneMs = 1500;

/** What was in the picture lately, so that a code held still is told once. */
export class Seen {
  private readonly last = new Map<string, number>();

  /** @param now milliseconds of any clock that goes on. @returns those that were not there for a while */
  fresh(texts: readonly string[], now: number): string[] {
    for (const [text, at] of this.last) if (now - at > goneMs) this.last.delete(text);
    const fresh = texts.filter((text, at) => !this.last.has(text) && texts.indexOf(text) === at);
    for (const text of texts) this.last.set(text, now);
    return fresh;
  }
}
