import { Textarea, type TextareaProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import styles from './synonyms.module.css';

interface Props extends Pick<TextareaProps, 'label' | 'description' | 'aria-label' | 'autoFocus' | 'ref'> {
  value: string;
  change: (value: string) => void;
  faults: readonly string[];
}

/**
 * The words of one row, with commas between them, and below what is wrong with any of them. It grows with a long row, but
 * holds one: Enter sends it, and a pasted column becomes words with commas.
 */
export function WordsField({ change, faults, ...props }: Props) {
  return (
    <Textarea
      name="words"
      autoComplete="off"
      autosize
      onChange={({ currentTarget }) => {
        change(currentTarget.value.replaceAll(/\s*\n\s*/g, ', '));
      }}
      onKeyDown={sendOnEnter}
      error={
        faults.length > 0 &&
        faults.map((fault) => (
          <span key={fault} className={styles['fault']}>
            {fault}
          </span>
        ))
      }
      {...props}
    />
  );
}

/** Enter that ends the composing of a character belongs to that character. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
