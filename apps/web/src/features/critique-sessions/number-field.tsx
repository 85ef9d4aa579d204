import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<
  NumberInputProps,
  'value' | 'onChange' | 'min' | 'max' | 'clampBehavior' | 'defaultValue'
> {
  /** Not a number: nothing is typed. */
  value: number;
  change: (value: number) => void;
  /** Into how many parts one is divided: 60 for minutes that are kept as seconds. */
  parts?: number;
}

/** A number as somebody types it: "0." stays until "0.5" is there, and what is too much is said instead of changed. */
export function NumberField({ value, change, parts = 1, ...props }: Props) {
  const [typed, setTyped] = useState<string | number>(textOf(value));
  const read = (text: string | number): number =>
    text === '' ? Number.NaN : Math.round(Number(text) * parts) / parts;
  return (
    <NumberInput
      {...props}
      allowNegative={false}
      clampBehavior="none"
      value={Object.is(read(typed), value) ? typed : textOf(value)}
      onChange={(text) => {
        setTyped(text);
        change(read(text));
      }}
    />
  );
}

const textOf = (value: number): string | number => (Number.isNaN(value) ? '' : value);
