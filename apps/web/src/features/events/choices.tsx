import { Fragment, type ReactNode, useId } from 'react';
import styles from './choices.module.css';

interface Choice<Value extends string> {
  value: Value;
  label: string;
  help?: string;
  /** What else there is to set once this is chosen. */
  more?: ReactNode;
}

interface ChoicesProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  change: (value: Value) => void;
}

/** One of a few, each with the room for a sentence. */
export function Choices<Value extends string>({ label, choices, value, change }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{label}</legend>
      {choices.map(({ value: own, label: text, help, more }) => (
        <Fragment key={own}>
          <Line
            type="radio"
            name={name}
            label={text}
            help={help}
            checked={own === value}
            change={() => {
              change(own);
            }}
          />
          {own === value && more !== undefined && <div className={styles['more']}>{more}</div>}
        </Fragment>
      ))}
    </fieldset>
  );
}

interface TickProps {
  label: string;
  help?: string | undefined;
  checked: boolean;
  change: (checked: boolean) => void;
}

/** Yes or no. */
export const Tick = (props: TickProps) => <Line type="checkbox" {...props} />;

function Line({ label, help, change, ...input }: TickProps & { type: 'radio' | 'checkbox'; name?: string }) {
  const id = useId();
  return (
    <label className={styles['line']}>
      <input
        {...input}
        aria-describedby={help === undefined ? undefined : id}
        aria-labelledby={`${id}-label`}
        onChange={({ currentTarget }) => {
          change(currentTarget.checked);
        }}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {help !== undefined && (
          <span id={id} className={styles['help']}>
            {help}
          </span>
        )}
      </span>
    </label>
  );
}
