import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { messagesApp } from '#libs/words';
import styles from './messages.module.css';

const words = messagesApp.form;
const placeholders = ['name', 'event', 'date', 'time', 'place', 'link', 'organization'] as const;
/** As the api counts them. */
const longest = 5000;

interface Props {
  text: string;
  change: (text: string) => void;
  fault: string | undefined;
}

/** The text with its values at hand: each goes where the cursor stands, which then stands behind it. */
export function TextField({ text, change, fault }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** Before somebody has been in the field its cursor stands at the start, where nobody put it. */
  const wasIn = useRef(false);
  const insert = (token: string): void => {
    const area = field.current;
    if (area === null) return;
    const at = wasIn.current ? [area.selectionStart, area.selectionEnd] : [text.length, text.length];
    const [selectionStart = 0, selectionEnd = 0] = at;
    flushSync(() => {
      change(text.slice(0, selectionStart) + token + text.slice(selectionEnd));
    });
    const end = selectionStart + token.length;
    area.focus();
    area.setSelectionRange(end, end);
  };
  return (
    <div className={styles['text']}>
      <Textarea
        ref={field}
        label={words.text}
        description={words.textHelp}
        name="text"
        required
        maxLength={longest}
        autosize
        minRows={9}
        maxRows={24}
        value={text}
        onFocus={() => {
          wasIn.current = true;
        }}
        onChange={({ currentTarget }) => {
          change(currentTarget.value);
        }}
        error={fault}
      />
      <div role="group" aria-label={words.insert} className={styles['values']}>
        {placeholders.map((name) => (
          <Button
            key={name}
            variant="default"
            title={words.placeholders[name]}
            aria-label={words.insertName(words.placeholders[name], `{${name}}`)}
            onClick={() => {
              insert(name === 'link' ? words.ownPage : `{${name}}`);
            }}
          >
            {`{${name}}`}
          </Button>
        ))}
      </div>
    </div>
  );
}
