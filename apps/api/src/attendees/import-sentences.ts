import type { RowResult } from '#libs/domain';
import { wordList, words } from '#libs/words';

const sentences = words.import.row;

/** Why a row does what it does: a stable code, and the sentences a person reads. */
export function rowSentences(result: RowResult): { why: string; detail: string } {
  const { fault, sameAs, notes = [] } = result;
  if (fault !== undefined)
    return { why: fault.code, detail: words.import.rowFault[fault.code](fault.value ?? '') };
  if (sameAs !== undefined) return { why: 'repeated', detail: sentences.repeated(sameAs) };
  const reasons = reasonsOf(result);
  const why = reasons[0]?.why ?? 'same';
  const said = reasons.length > 0 ? reasons.map(({ detail }) => detail) : [sentences.nothingNew];
  return { why, detail: [...said, ...notes.map((note) => words.import.note[note])].join(' ') };
}

function reasonsOf({ was, becomes, says, stays, adds = [] }: RowResult): { why: string; detail: string }[] {
  if (becomes === undefined) return [];
  const { fact } = words.import;
  const reasons: { why: string; detail: string }[] = [];
  if (was === undefined) {
    reasons.push(
      says === null
        ? { why: 'no-status', detail: sentences.noStatus }
        : { why: 'new', detail: sentences.new(fact[becomes]) },
    );
  } else if (was !== becomes)
    reasons.push({ why: 'stronger', detail: sentences.moved(fact[was], fact[becomes]) });
  if (says !== undefined && says !== null && stays !== undefined) {
    const stay = stays === 'here' ? sentences.staysHere : sentences.staysByList;
    reasons.push({
      why: stays === 'here' ? 'entered-here' : 'weaker',
      detail: stay(fact[says], fact[becomes]),
    });
  }
  if (adds.length > 0) {
    const fields = wordList(adds.map((field) => words.import.added[field]));
    reasons.push({ why: 'more', detail: sentences.adds(fields) });
  }
  return reasons;
}
