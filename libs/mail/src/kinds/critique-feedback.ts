import { words } from '#libs/words';
import { workTitle } from '../critique-works.ts';
import { hello } from '../event-facts.ts';
import { type Block, mailParts } from '../layout/mail-parts.ts';
import { clipped } from '../layout/plain.ts';
import { type MailType, critiquing } from '../mail-type.ts';
import { momentOf } from '../when.ts';

const sentences = words.mail.critique.feedback;

/** To everybody of a session, once, when the letters are handed over. */
export interface CritiqueFeedbackFacts {
  name: string;
  eventTitle: string;
  timeZone: string;
  /** The reader's own work, whether they were not there for it, and how many wrote about it; null for those who brought none. */
  work: { title: string; wasHeard: boolean; missed: boolean; critiques: number } | null;
  /** How many critiques of the reader's own have reached an author. */
  written: number;
  /** Until when they may say whom they would like to keep talking to; null where there is nobody to choose. */
  picksUntil: Date | null;
  critiqueUrl: string;
}

export const critiqueFeedback: MailType<CritiqueFeedbackFacts> = {
  ...critiquing,
  render: (facts, frame) => {
    const { name, critiqueUrl } = facts;
    const which = hasLetter(facts) ? 'letter' : 'heard';
    return mailParts(
      sentences.subject[which],
      [
        hello(name),
        ...workBlocks(facts),
        ...thanksBlocks(facts),
        ...picksBlocks(facts),
        ...actionsOf(facts, critiqueUrl),
      ],
      frame,
    );
  },
  sample: {
    name: 'Ines Okafor',
    eventTitle: 'Listening circle, October',
    timeZone: 'America/Los_Angeles',
    work: { title: 'Low tide', wasHeard: true, missed: false, critiques: 3 },
    written: 3,
    picksUntil: new Date('2026-10-27T04:00:00Z'),
    critiqueUrl: 'https://acquaint.example/critique/018f',
  },
};

const hasLetter = ({ work }: CritiqueFeedbackFacts): boolean => work !== null && work.critiques > 0;

function workBlocks({ work, eventTitle }: CritiqueFeedbackFacts): Block[] {
  if (work === null) return [];
  const [title, event] = [workTitle(work.title), clipped(eventTitle, 10)];
  if (work.critiques > 0) return [{ paragraph: sentences.letter(title, event, work.critiques) }];
  const which = work.wasHeard ? 'noLetter' : work.missed ? 'missed' : 'notHeard';
  return [{ paragraph: sentences[which](title, event) }];
}

function thanksBlocks({ work, eventTitle, written }: CritiqueFeedbackFacts): Block[] {
  if (written > 0) return [{ paragraph: sentences.thanks(written) }];
  return work === null ? [{ paragraph: sentences.listened(clipped(eventTitle, 10)) }] : [];
}

const picksBlocks = ({ picksUntil, timeZone }: CritiqueFeedbackFacts): Block[] =>
  picksUntil === null ? [] : [{ paragraph: sentences.picks(momentOf(picksUntil, timeZone)) }];

/** Whoever has neither a letter nor anybody to choose still finds their page by the newest mail. */
function actionsOf(facts: CritiqueFeedbackFacts, url: string): Block[] {
  const letter = { label: sentences.action.letter, url: `${url}#letter` };
  const picks = { label: sentences.action.picks, url: `${url}#people` };
  const actions = [...(hasLetter(facts) ? [letter] : []), ...(facts.picksUntil === null ? [] : [picks])];
  return [{ actions: actions.length === 0 ? [{ label: sentences.action.page, url }] : actions }];
}
