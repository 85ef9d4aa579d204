import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { app } from '#libs/words';
import { useFocusAfterChange } from '../events/use-focus-after-change.ts';
import { NumberField } from './number-field.tsx';
import { PhaseMoves } from './phase-moves.tsx';
import type { Phase } from './session-calls.ts';
import { idOf, isRunnable, mostPhases, moved, slotSeconds, slotsIn, withPhase } from './settings-draft.ts';
import styles from './settings.module.css';

const words = app.critiqueSessions.form;

interface Props {
  phases: Phase[];
  change: (phases: Phase[]) => void;
  /** Only what phases are called may change. */
  isFixed: boolean;
  minutes: number;
  tables: number;
  faults: Record<string, string>;
}

/** The slot, phase by phase, and how often it fits into the evening. */
export function Phases({ phases, change, isFixed, minutes, tables, faults }: Props) {
  const [said, setSaid] = useState('');
  const focusAfterChange = useFocusAfterChange(phases);
  const fault = faults['phases'];
  const set = (at: number, part: Partial<Phase>): void => {
    change(phases.map((phase, place) => (place === at ? { ...phase, ...part } : phase)));
  };
  const move = (at: number, by: 1 | -1): void => {
    const phase = phases[at];
    if (phase === undefined || phases[at + by] === undefined) return;
    change(moved(phases, at, at + by));
    setSaid(words.moved(phase.label, at + by + 1, phases.length));
    focusAfterChange(document.activeElement?.id);
  };
  const remove = (at: number): void => {
    const neighbour = phases[at + 1] ?? phases[at - 1];
    if (neighbour === undefined) return;
    change(phases.toSpliced(at, 1));
    setSaid(words.phaseRemoved(phases[at]?.label ?? ''));
    focusAfterChange(idOf(neighbour, 'remove'));
  };
  const add = (): void => {
    const more = withPhase(phases, words.newPhase);
    const added = more.at(-1);
    change(more);
    focusAfterChange(added === undefined ? undefined : idOf(added, 'label'));
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{words.slot}</legend>
      <p className="soft">{words.slotHelp}</p>
      <ol className={styles['phases']}>
        {phases.map((phase, at) => (
          <li key={phase.key} className={styles['phase']} data-first={at === 0}>
            <TextInput
              id={idOf(phase, 'label')}
              className={styles['label'] ?? ''}
              label={at === 0 ? words.label : undefined}
              aria-label={`${words.phase(at + 1)}: ${words.label}`}
              maxLength={60}
              value={phase.label}
              error={faults[`phases.${String(at)}.label`]}
              onChange={({ currentTarget }) => {
                set(at, { label: currentTarget.value });
              }}
            />
            <NumberField
              label={at === 0 ? words.minutes : undefined}
              aria-label={`${words.phase(at + 1)}: ${words.minutes}`}
              step={0.5}
              decimalScale={2}
              parts={60}
              disabled={isFixed}
              value={phase.seconds / 60}
              error={faults[`phases.${String(at)}.seconds`] ?? fault !== undefined}
              change={(typed) => {
                set(at, { seconds: Math.round(typed * 60) });
              }}
            />
            <NativeSelect
              label={at === 0 ? words.speaks : undefined}
              aria-label={`${words.phase(at + 1)}: ${words.speaks}`}
              disabled={isFixed}
              data={(['author', 'critics', 'nobody', 'everybody'] as const).map((value) => ({
                value,
                label: words.speakers[value],
              }))}
              value={phase.speaks}
              onChange={({ currentTarget }) => {
                set(at, { speaks: currentTarget.value as Phase['speaks'] });
              }}
            />
            {!isFixed && (
              <PhaseMoves
                phase={phase}
                isFirst={at === 0}
                isLast={at === phases.length - 1}
                move={(by) => {
                  move(at, by);
                }}
                remove={() => {
                  remove(at);
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {!isFixed && phases.length < mostPhases && (
        <div>
          <Button variant="default" onClick={add}>
            {words.addPhase}
          </Button>
        </div>
      )}
      {!isFixed && phases.length >= mostPhases && <p className="soft">{words.mostPhases(mostPhases)}</p>}
      <p role="status" className={styles['fits']} data-fault={fault !== undefined || !fits(phases, minutes)}>
        {sentenceOf(phases, minutes, tables, fault)}
      </p>
      <p role="status" className="unseen">
        {said}
      </p>
    </fieldset>
  );
}

const fits = (phases: readonly Phase[], minutes: number): boolean =>
  isRunnable(phases) && slotsIn(minutes, phases) > 0;

function sentenceOf(
  phases: readonly Phase[],
  minutes: number,
  tables: number,
  fault: string | undefined,
): string {
  const seconds = slotSeconds(phases);
  if (Number.isNaN(seconds)) return words.lengthUnknown;
  const total = words.slotLength(seconds);
  if (fault !== undefined || !isRunnable(phases)) return `${total} ${fault ?? words.bounds.slot}`;
  const slots = slotsIn(minutes, phases);
  return `${total} ${slots === 0 ? words.noSlot(minutes) : words.fits(slots, tables, minutes)}`;
}
