/** What a new message starts with: a kind, those who came, or an older message by its id. */
interface WritingSearch {
  kind?: 'announcement' | 'reminder' | 'thanks';
  to?: 'came';
  from?: string;
}

/** An address is typed by anybody: what is not known of it is left out. */
export function writingSearch({ kind, to, from }: Record<string, unknown>): WritingSearch {
  return {
    ...(kind === 'reminder' || kind === 'thanks' ? { kind } : {}),
    ...(to === 'came' ? { to } : {}),
    ...(typeof from === 'string' ? { from } : {}),
  };
}
