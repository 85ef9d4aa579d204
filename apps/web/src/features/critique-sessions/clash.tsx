import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { localDayAndMinute } from '../../lib/times.ts';
import { type SettingsDraft, slotSeconds } from './settings-draft.ts';
import styles from './settings.module.css';

const words = app.critiqueSessions.form;

export interface Clash {
  theirs: SettingsDraft;
  /** Fields that both changed; the form holds the reader's own. */
  both: readonly (keyof SettingsDraft)[];
}

/** Somebody else saved first: what they changed stands in the form, and where both did the reader chooses. */
export function ClashNote({ clash, take }: { clash: Clash; take: (field: keyof SettingsDraft) => void }) {
  const { theirs, both } = clash;
  return (
    <Fault>
      <p>{both.length === 0 ? words.conflict : `${words.conflict} ${words.conflictBoth}`}</p>
      {both.length > 0 && (
        <ul className={styles['clashes']}>
          {both.map((field) => (
            <li key={field}>
              <span>{words.theirs(words.fields[field], shown(theirs, field))}</span>
              <Button
                variant="default"
                aria-label={words.takeTheirsOf(words.fields[field])}
                onClick={() => {
                  take(field);
                }}
              >
                {words.takeTheirs}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Fault>
  );
}

/** As much of a value as a line holds. */
function shown(draft: SettingsDraft, field: keyof SettingsDraft): string {
  switch (field) {
    case 'phases':
      return words.slotLength(slotSeconds(draft.phases));
    case 'deadlineLocal':
      return draft.deadlineLocal === null ? words.noDeadline : localDayAndMinute(draft.deadlineLocal);
    case 'blind':
      return draft.blind === 'none' ? words.blindNone : words.blindRound;
    case 'feedbackTo':
      return draft.feedbackTo === 'author' ? words.feedbackAuthor : words.feedbackBoth;
    case 'format':
      return draft.format === 'tables' ? words.tables : words.live;
    case 'topicsMatter':
    case 'employersApart':
      return draft[field] ? words.yes : words.no;
    case 'rules':
      return draft.rules.length > 120 ? `${draft.rules.slice(0, 120)}…` : draft.rules;
    default:
      return String(draft[field]);
  }
}
