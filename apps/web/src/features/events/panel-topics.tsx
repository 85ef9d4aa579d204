import { Button, TextInput } from '@mantine/core';
import { app } from '#libs/words';
import styles from './event-form.module.css';

interface Props {
  topics: string[];
  change: (topics: string[]) => void;
  faults: Record<string, string>;
}

/** The panels of an evening, one topic a line. */
export function PanelTopics({ topics, change, faults }: Props) {
  const words = app.events.form;
  return (
    <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
      {topics.map((topic, at) => (
        <div key={at} className={styles['topic']}>
          <TextInput
            label={words.topic(at + 1)}
            maxLength={200}
            value={topic}
            onChange={({ currentTarget }) => {
              change(topics.with(at, currentTarget.value));
            }}
            error={faults[`panels.${String(at)}.topic`]}
          />
          <Button
            variant="subtle"
            onClick={() => {
              change(topics.toSpliced(at, 1));
            }}
            aria-label={words.removeTopic(at + 1)}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() => {
            change([...topics, '']);
          }}
        >
          {topics.length === 0 ? words.addPanel : words.addAnother}
        </Button>
      </div>
    </div>
  );
}
