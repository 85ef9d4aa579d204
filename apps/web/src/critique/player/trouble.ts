/** Why a work does not play: a link that no longer opens, no network, a server that is at its limits, or a browser that cannot. */
export type Trouble = 'too-old' | 'away' | 'failed' | 'unplayable';

/** A browser says of all of them the same, so that the first byte is asked for once more. */
export async function troubleOf(url: string): Promise<Trouble> {
  try {
    const { ok, status } = await fetch(url, { headers: { range: 'bytes=0-0' } });
    if (ok) return 'unplayable';
    return status < 500 && status !== 429 ? 'too-old' : 'failed';
  } catch {
    return 'away';
  }
}
