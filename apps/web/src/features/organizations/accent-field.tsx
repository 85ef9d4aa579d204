import { Button, Input } from '@mantine/core';
import { app } from '#libs/words';
import styles from './accent-field.module.css';

interface Props {
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | undefined;
}

/** One colour; day and night each show the nearest shade that can be read. */
export function AccentField({ value, onChange, error }: Props) {
  const words = app.organizations;
  return (
    <Input.Wrapper label={words.accent} description={words.accentHelp} error={error} id="accent">
      <div className="row">
        <input
          id="accent"
          type="color"
          className={styles['colour']}
          value={value ?? '#1f5f5b'}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
          }}
        />
        <span>{value ?? words.accentNone}</span>
        {value !== null && (
          <Button
            variant="subtle"
            onClick={() => {
              onChange(null);
            }}
          >
            {words.accentClear}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}
