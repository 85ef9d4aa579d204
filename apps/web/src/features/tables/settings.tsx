import { Button, Select } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { tablesApp } from '#libs/words';
import { NumberField } from '../critique-sessions/number-field.tsx';
import { Tick } from '../events/choices.tsx';
import type { Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import type { Acts } from './use-acts.ts';

const words = tablesApp.settings;

const from = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String(first + at));

/**
 * Whatever is chosen is kept at once, so that a draw never uses other settings than those on the screen. Once tables are drawn
 * only the minutes are open: the rest would ask for other tables.
 */
export function Settings({ mixer, acts }: { mixer: Mixer; acts: Acts }) {
  const { rounds, seats, minutes, employersApart, state } = mixer;
  const kept = { rounds, seats, minutes, employersApart };
  const keepMinutes = (changed: number): void => {
    acts.change({ ...kept, minutes: changed });
  };
  if (state !== 'open')
    return (
      <div className="stack">
        <p>{words.drawn}</p>
        <Minutes key={minutes} minutes={minutes} keep={keepMinutes} isBusy={acts.isBusy} />
      </div>
    );
  return (
    <div className={styles['settings']}>
      <Select
        label={words.rounds}
        data={from(1, 4)}
        value={String(rounds)}
        allowDeselect={false}
        disabled={acts.isBusy}
        onChange={(value) => {
          acts.change({ ...kept, rounds: Number(value) });
        }}
      />
      <Select
        label={words.seats}
        description={words.seatsHelp}
        data={from(3, 6)}
        value={String(seats)}
        allowDeselect={false}
        disabled={acts.isBusy}
        onChange={(value) => {
          acts.change({ ...kept, seats: Number(value) });
        }}
      />
      <Minutes key={minutes} minutes={minutes} keep={keepMinutes} isBusy={acts.isBusy} />
      <div className={styles['wide']}>
        <Tick
          label={words.employersApart}
          help={words.employersHelp}
          checked={employersApart}
          change={(apart) => {
            acts.change({ ...kept, employersApart: apart });
          }}
        />
      </div>
    </div>
  );
}

const [fewest, most] = [40, 180] as const;

interface MinutesProps {
  minutes: number;
  keep: (minutes: number) => void;
  isBusy: boolean;
}

/** Typed, so that half a number is nothing yet. */
function Minutes({ minutes, keep, isBusy }: MinutesProps) {
  const [typed, setTyped] = useState(minutes);
  const isFault = !(typed >= fewest && typed <= most);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isFault && typed !== minutes) keep(typed);
  };
  return (
    <form noValidate className={styles['minutes']} onSubmit={save}>
      <NumberField
        label={words.minutes}
        description={words.minutesHelp}
        error={isFault ? words.minutesFault : undefined}
        inputMode="numeric"
        allowDecimal={false}
        value={typed}
        change={setTyped}
      />
      {typed !== minutes && (
        <Button type="submit" variant="default" disabled={isFault || isBusy}>
          {words.save}
        </Button>
      )}
    </form>
  );
}
