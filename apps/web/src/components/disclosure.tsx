import { useClickOutside } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './disclosure.module.css';

/** A button that shows a short list of places below it; Escape, a choice or a press elsewhere puts it away. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useClickOutside<HTMLDivElement>(() => {
    setOpen(false);
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={box} className={styles['disclosure']} onKeyDown={onKey}>
      <button
        ref={button}
        type="button"
        className={styles['button']}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {label}
      </button>
      <ul
        id={id}
        hidden={!open}
        className={styles['list']}
        onClick={() => {
          setOpen(false);
        }}
      >
        {children}
      </ul>
    </div>
  );
}
