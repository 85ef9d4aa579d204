import { Button, Input, TextInput } from '@mantine/core';
import { app } from '#libs/words';
import type { EventInput } from '../../lib/shapes.ts';
import styles from './event-form.module.css';

type Panels = EventInput['panels'];

interface Props {
  panels: Panels;
  change: (panels: Panels) => void;
  faults: Record<string, string>;
}

/** The panels of an evening, one topic a line; a panel that stands keeps its id, whatever it is called. */
export function PanelTopics({ panels, change, faults }: Props) {
  const words = app.events.form;
  return (
    <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
      {panels.map((panel, at) => (
        <div key={at} className={styles['topic']}>
          <TextInput
            label={words.topic(at + 1)}
            maxLength={200}
            value={panel.topic}
            onChange={({ currentTarget }) => {
              change(panels.with(at, { ...panel, topic: currentTarget.value }));
            }}
            error={faults[`panels.${String(at)}.topic`]}
          />
          <Button
            variant="subtle"
            onClick={() => {
              change(panels.toSpliced(at, 1));
            }}
            aria-label={words.removeTopic(at + 1)}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      {panels.some(({ id }) => id !== undefined) && <Input.Description>{words.panelsHelp}</Input.Description>}
      <div>
        <Button
          variant="default"
          onClick={() => {
            change([...panels, { topic: '' }]);
          }}
        >
          {panels.length === 0 ? words.addPanel : words.addAnother}
        </Button>
      </div>
    </div>
  );
}
