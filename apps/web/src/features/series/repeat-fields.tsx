import { NumberInput, TextInput } from '@mantine/core';
import { seriesApp } from '#libs/words';
import { Choices, Tick } from '../events/choices.tsx';
import { type RepeatDraft, weekdayOf, weekdays } from './repeat-draft.ts';
import type { SeriesRule } from './series-queries.ts';
import styles from './series.module.css';

interface Props {
  firstDay: string;
  patterns: readonly SeriesRule['pattern'][];
  draft: RepeatDraft;
  change: (draft: RepeatDraft) => void;
  faults: Record<string, string>;
}

/** How often it comes again and when that ends. The weekday of the first date always counts. */
export function RepeatFields({ firstDay, patterns, draft, change, faults }: Props) {
  const words = seriesApp.repeat;
  const set = (part: Partial<RepeatDraft>): void => {
    change({ ...draft, ...part });
  };
  const first = weekdayOf(firstDay);
  return (
    <div className={styles['fields']}>
      <Choices
        label={words.pattern}
        choices={patterns.map((value) => ({ value, label: words.patterns[value](firstDay) }))}
        value={draft.pattern}
        change={(pattern) => {
          set({ pattern });
        }}
      />
      <NumberInput
        label={draft.pattern === 'weeks' ? words.interval.weeks : words.interval.months}
        name="interval"
        min={1}
        max={12}
        allowDecimal={false}
        value={draft.interval}
        onChange={(interval) => {
          set({ interval });
        }}
        error={faults['interval']}
      />
      {draft.pattern === 'weeks' && (
        <fieldset className={styles['weekdays']}>
          <legend>{words.weekdays}</legend>
          {weekdays.map((day) => (
            <Tick
              key={day}
              label={seriesApp.weekday(day)}
              checked={day === first || draft.weekdays.includes(day)}
              change={(checked) => {
                const others = draft.weekdays.filter((one) => one !== day);
                set({ weekdays: checked || day === first ? [...others, day] : others });
              }}
            />
          ))}
        </fieldset>
      )}
      <Ends {...{ draft, set, faults }} />
      <Tick
        label={words.announces}
        help={words.announcesHelp}
        checked={draft.announces}
        change={(announces) => {
          set({ announces });
        }}
      />
    </div>
  );
}

interface EndsProps {
  draft: RepeatDraft;
  set: (part: Partial<RepeatDraft>) => void;
  faults: Record<string, string>;
}

function Ends({ draft, set, faults }: EndsProps) {
  const words = seriesApp.repeat;
  const count = (
    <NumberInput
      label={words.count}
      name="count"
      min={2}
      max={200}
      allowDecimal={false}
      value={draft.count}
      onChange={(value) => {
        set({ count: value });
      }}
      error={faults['count']}
    />
  );
  const until = (
    <TextInput
      type="date"
      label={words.until}
      name="until"
      value={draft.until}
      onChange={({ currentTarget }) => {
        set({ until: currentTarget.value });
      }}
      error={faults['until']}
    />
  );
  return (
    <Choices
      label={words.end}
      choices={[
        { value: 'never', label: words.ends.never },
        { value: 'count', label: words.ends.count, more: count },
        { value: 'until', label: words.ends.until, more: until },
      ]}
      value={draft.ends}
      change={(ends) => {
        set({ ends });
      }}
    />
  );
}
