import { stages, type Profile } from './profile.ts';
import { tellingWords, type Vocabulary } from './terms.ts';

/** What somebody wrote and the form in which it is compared. */
export interface Tag {
  readonly term: string;
  readonly text: string;
}

/** Something that may meet a need: offered in words, or a craft that answers it. */
export interface Give extends Tag {
  readonly isCraft: boolean;
}

/** A profile in the words of one vocabulary. In each list a term stands once, with the words of its first tag. */
export interface FoldedProfile {
  readonly crafts: readonly Tag[];
  readonly needs: readonly Tag[];
  /** Offers first: who offers something in words is believed before their craft. */
  readonly gives: readonly Give[];
  readonly work: ReadonlySet<string>;
  readonly city: string | null;
  /** 0 for the first stage; −1 if they did not say. */
  readonly stage: number;
}

/** Folding takes far longer than comparing, and one pair alone folds both. Profiles are copies that nobody changes. */
const foldedBefore = new WeakMap<Vocabulary, WeakMap<Profile, FoldedProfile>>();

export function foldProfile(profile: Profile, vocabulary: Vocabulary): FoldedProfile {
  let known = foldedBefore.get(vocabulary);
  if (!known) foldedBefore.set(vocabulary, (known = new WeakMap()));
  let folded = known.get(profile);
  if (!folded) known.set(profile, (folded = fold(profile, vocabulary)));
  return folded;
}

function fold(profile: Profile, vocabulary: Vocabulary): FoldedProfile {
  const tags = (texts: readonly string[]): Tag[] =>
    distinct(texts.map((text) => ({ term: vocabulary.fold(text), text })));
  const crafts = tags(profile.crafts);
  const offered = tags(profile.canHelpWith).map((tag): Give => ({ ...tag, isCraft: false }));
  const byCraft = crafts.flatMap(({ term: craft, text }) =>
    vocabulary.needsAnsweredBy(craft).map((term): Give => ({ term, text, isCraft: true })),
  );
  return {
    crafts,
    needs: tags(profile.lookingFor),
    gives: distinct([...offered, ...byCraft]),
    work: tellingWords(profile.workingOn),
    city: profile.city === null ? null : vocabulary.fold(profile.city),
    stage: profile.stage === null ? -1 : stages.indexOf(profile.stage),
  };
}

function distinct<One extends Tag>(tags: readonly One[]): One[] {
  const byTerm = new Map<string, One>();
  for (const tag of tags) if (!byTerm.has(tag.term)) byTerm.set(tag.term, tag);
  return [...byTerm.values()];
}
