import { TextInput, Textarea } from '@mantine/core';
import { app } from '#libs/words';
import { placeOfZone } from '../../lib/times.ts';
import { Choices, Tick } from '../events/choices.tsx';
import { NumberField } from './number-field.tsx';
import { Phases } from './phases.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import { remarkOnDeadline } from './settings-faults.ts';
import styles from './settings.module.css';

const words = app.critiqueSessions.form;

interface Props {
  draft: SettingsDraft;
  change: (draft: SettingsDraft) => void;
  faults: Record<string, string>;
  /** A plan stands: only title, rules and labels change. */
  isPlanned: boolean;
  evening: Evening;
}

interface Evening {
  minutes: number;
  timeZone: string;
  startsLocal: string;
  nowLocal: string;
}

/** Everything about a session but its works. */
export function SettingsForm({ draft, change, faults, isPlanned, evening }: Props) {
  const set = (part: Partial<SettingsDraft>): void => {
    change({ ...draft, ...part });
  };
  const isWritten = draft.format === 'written';
  return (
    <div className={styles['form']}>
      <TextInput
        name="title"
        label={words.name}
        maxLength={120}
        value={draft.title}
        error={faults['title']}
        onChange={({ currentTarget }) => {
          set({ title: currentTarget.value });
        }}
      />
      {!isWritten && !isPlanned && <Where {...{ draft, set, faults }} />}
      {!isWritten && (
        <Phases
          phases={draft.phases}
          isFixed={isPlanned}
          minutes={evening.minutes}
          tables={draft.format === 'tables' ? draft.tables : 1}
          faults={faults}
          change={(phases) => {
            set({ phases });
          }}
        />
      )}
      {!isPlanned && <Works {...{ draft, set, faults, evening }} />}
      {!isPlanned && <Pairing {...{ draft, set, faults }} />}
      <Textarea
        name="rules"
        label={words.rules}
        description={words.rulesHelp}
        maxLength={4000}
        autosize
        minRows={3}
        value={draft.rules}
        error={faults['rules']}
        onChange={({ currentTarget }) => {
          set({ rules: currentTarget.value });
        }}
      />
    </div>
  );
}

interface PartProps {
  draft: SettingsDraft;
  set: (part: Partial<SettingsDraft>) => void;
  faults: Record<string, string>;
}

function Where({ draft, set, faults }: PartProps) {
  const tables = (
    <NumberField
      name="tables"
      label={words.tableCount}
      allowDecimal={false}
      value={draft.tables}
      error={faults['tables']}
      change={(tables) => {
        set({ tables });
      }}
    />
  );
  return (
    <Choices
      label={words.where}
      value={draft.format === 'tables' ? 'tables' : 'live'}
      choices={[
        { value: 'live', label: words.live, help: words.liveHelp },
        { value: 'tables', label: words.tables, help: words.tablesHelp, more: tables },
      ]}
      change={(format) => {
        set({ format });
      }}
    />
  );
}

function Works({ draft, set, faults, evening }: PartProps & { evening: Evening }) {
  const remark = remarkOnDeadline(draft, evening);
  return (
    <>
      <TextInput
        type="datetime-local"
        name="deadlineLocal"
        className={styles['narrow'] ?? ''}
        label={words.deadline}
        description={words.deadlineHelp(placeOfZone(evening.timeZone))}
        value={draft.deadlineLocal ?? ''}
        error={faults['deadlineLocal']}
        onChange={({ currentTarget }) => {
          set({ deadlineLocal: currentTarget.value });
        }}
      />
      <p role="status" className={styles['remark']} data-empty={remark === null}>
        {remark}
      </p>
      <Choices
        label={words.blind}
        value={draft.blind}
        choices={[
          { value: 'none', label: words.blindNone },
          { value: 'round', label: words.blindRound, help: words.blindHelp },
        ]}
        change={(blind) => {
          set({ blind });
        }}
      />
      <Choices
        label={words.feedback}
        value={draft.feedbackTo}
        choices={[
          { value: 'author', label: words.feedbackAuthor },
          { value: 'facilitator', label: words.feedbackBoth, help: words.feedbackBothHelp },
        ]}
        change={(feedbackTo) => {
          set({ feedbackTo });
        }}
      />
    </>
  );
}

function Pairing({ draft, set, faults }: PartProps) {
  return (
    <fieldset className={styles['group']}>
      <legend>{words.pairing}</legend>
      <NumberField
        name="criticsPerWork"
        className={styles['narrow'] ?? ''}
        label={words.critics}
        description={words.criticsHelp}
        allowDecimal={false}
        value={draft.criticsPerWork}
        error={faults['criticsPerWork']}
        change={(criticsPerWork) => {
          set({ criticsPerWork });
        }}
      />
      <Tick
        label={words.topics}
        help={words.topicsHelp}
        checked={draft.topicsMatter}
        change={(topicsMatter) => {
          set({ topicsMatter });
        }}
      />
      <Tick
        label={words.employers}
        help={words.employersHelp}
        checked={draft.employersApart}
        change={(employersApart) => {
          set({ employersApart });
        }}
      />
    </fieldset>
  );
}
