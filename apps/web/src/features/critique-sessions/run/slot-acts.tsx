import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { Key } from '../../../components/key.tsx';
import type { Moment } from '../../../critique/now/clock.ts';
import { type KeyBinding, useKeys } from '../../../lib/keys.ts';
import type { Run, RunSlot, SlotAct } from './run-calls.ts';
import styles from './slot-acts.module.css';

const words = app.critiqueRun;

interface Props {
  run: Run;
  slot: RunSlot;
  moment: Moment;
  hasNext: boolean;
  act: (act: SlotAct) => void;
  isBusy: boolean;
}

/** The same acts by key, touch and mouse. The large button is what is most likely meant now. */
export function SlotActs({ run, slot, moment, hasNext, act, isBusy }: Props) {
  const main = mainOf(moment, hasNext);
  const ticks = moment.state === 'running' || moment.state === 'paused';
  const hasMinute = ticks && slot.extraPhase === null;
  const isOn = ticks || moment.state === 'over';
  const press = (name: SlotAct) => () => {
    act(name);
  };
  useKeys([
    ...(main.act === 'next' ? [] : [key(' ', words.keys.space, words.keys.run, press(main.act))]),
    ...(hasMinute ? [key('+', '+', words.keys.plus, press('plus-one-minute'))] : []),
    ...(ticks ? [key('s', 'S', words.keys.skip, press('skip'))] : []),
    ...(isOn ? [key('n', 'N', words.keys.next, press('next'))] : []),
  ]);
  const isLast = moment.index === run.phases.length - 1;
  const others: { name: SlotAct; shown: string; label: string; off?: boolean }[] = ticks
    ? [
        {
          name: 'plus-one-minute',
          shown: '+',
          label: hasMinute ? words.acts.plus : words.acts.plusUsed,
          off: !hasMinute,
        },
        { name: 'skip', shown: 'S', label: isLast ? words.acts.skipLast : words.acts.skip },
        { name: 'next', shown: 'N', label: hasNext ? words.acts.next : words.acts.finish },
      ]
    : [];
  return (
    <div role="group" aria-label={words.acts.region} className={styles['acts']}>
      <Button
        size="lg"
        variant={slot.authorMissingAt === null ? 'filled' : 'default'}
        className={styles['main'] ?? ''}
        disabled={isBusy}
        onClick={press(main.act)}
        rightSection={<Key>{main.act === 'next' ? 'N' : words.keys.space}</Key>}
      >
        {main.label}
      </Button>
      {others.map(({ name, shown, label, off }) => (
        <Button
          key={name}
          size="md"
          variant="default"
          disabled={isBusy || off === true}
          onClick={press(name)}
          rightSection={<Key>{shown}</Key>}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

const key = (name: string, shown: string, label: string, run: () => void): KeyBinding => ({
  key: name,
  shown,
  label,
  once: true,
  run,
});

function mainOf({ state }: Moment, hasNext: boolean): { act: SlotAct; label: string } {
  if (state === 'running') return { act: 'pause', label: words.acts.pause };
  if (state === 'paused') return { act: 'resume', label: words.acts.resume };
  if (state === 'over') return { act: 'next', label: hasNext ? words.acts.next : words.acts.finish };
  return { act: 'start', label: words.acts.start };
}
