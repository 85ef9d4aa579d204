import { stages, type Profile } from './profile.ts';
import { builtInVocabulary, foldTerm, tellingWords } from './terms.ts';

/** A need of one person and what of the other answers it. */
export interface Answer {
  readonly need: string;
  readonly by: string;
  /** The same words, another word for it, or a craft that was not offered in words. */
  readonly how: 'same' | 'close' | 'craft';
}

/** What two profiles have to do with each other, seen from `from`. Symmetric but for the first two. */
export interface PairFacts {
  /** What `from` looks for and `to` has; offers before crafts. */
  readonly met: readonly Answer[];
  /** What `to` looks for and `from` has. */
  readonly given: readonly Answer[];
  /** Crafts of both, as `from` wrote them. */
  readonly sharedCrafts: readonly string[];
  readonly works: 'same' | 'related' | 'apart';
  /** Steps between their stages; null if either did not say. */
  readonly stagesApart: number | null;
  /** Null if either did not say where. */
  readonly sameCity: boolean | null;
  /** All crafts of the one with fewer are the other's too, and neither has what the other looks for. */
  readonly sameTrade: boolean;
}

interface Folded {
  readonly crafts: readonly string[];
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly work: ReadonlySet<string>;
  readonly city: string | null;
}

/** 300 people are 45,000 pairs: each profile is folded once. Profiles are copies that nobody changes. */
const foldedProfiles = new WeakMap<Profile, Folded>();

export function pairFacts(from: Profile, to: Profile): PairFacts {
  const [mine, theirs] = [folded(from), folded(to)];
  const met = answers(from, to);
  const given = answers(to, from);
  const sharedCrafts = from.crafts.filter((_, index) => theirs.crafts.includes(mine.crafts[index] ?? ''));
  const fewestCrafts = Math.min(from.crafts.length, to.crafts.length);
  return {
    met,
    given,
    sharedCrafts,
    works: compareWorks(mine.work, theirs.work),
    stagesApart:
      from.stage && to.stage ? Math.abs(stages.indexOf(from.stage) - stages.indexOf(to.stage)) : null,
    sameCity: mine.city === null || theirs.city === null ? null : mine.city === theirs.city,
    sameTrade:
      fewestCrafts > 0 && sharedCrafts.length >= fewestCrafts && met.length === 0 && given.length === 0,
  };
}

function folded(profile: Profile): Folded {
  let one = foldedProfiles.get(profile);
  if (!one) {
    one = {
      crafts: profile.crafts.map(foldTerm),
      needs: profile.lookingFor.map(foldTerm),
      offers: profile.canHelpWith.map(foldTerm),
      work: tellingWords(profile.workingOn),
      city: profile.city === null ? null : foldTerm(profile.city),
    };
    foldedProfiles.set(profile, one);
  }
  return one;
}

function answers(seeker: Profile, helper: Profile): Answer[] {
  const helping = folded(helper);
  const found = folded(seeker).needs.flatMap((term, index): Answer[] => {
    const need = seeker.lookingFor[index] ?? '';
    const offer = helper.canHelpWith[helping.offers.indexOf(term)];
    if (offer !== undefined) return [{ need, by: offer, how: sameWords(need, offer) ? 'same' : 'close' }];
    const craft = helper.crafts[helping.crafts.findIndex((one) => builtInVocabulary.answers(one, term))];
    return craft === undefined ? [] : [{ need, by: craft, how: 'craft' }];
  });
  return found.sort((x, y) => Number(x.how === 'craft') - Number(y.how === 'craft'));
}

function sameWords(x: string, y: string): boolean {
  return x.toLowerCase() === y.toLowerCase();
}

/** Related: two telling words in common that are at least a third of the shorter description. */
function compareWorks(x: ReadonlySet<string>, y: ReadonlySet<string>): PairFacts['works'] {
  const shared = [...x].filter((word) => y.has(word)).length;
  if (shared > 0 && shared === x.size && shared === y.size) return 'same';
  return shared >= 2 && 3 * shared >= Math.min(x.size, y.size) ? 'related' : 'apart';
}
