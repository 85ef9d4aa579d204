import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

interface Telling {
  label: string;
  hint?: string | undefined;
  /** What is wrong with it, said below and announced. */
  fault?: string | undefined;
}

function describedBy(id: string, { hint, fault }: Telling): string | undefined {
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** One line. */
export function Field({
  label,
  hint,
  fault,
  ...rest
}: Telling & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <Head id={id} {...{ label, hint, fault }} />
      <input
        id={id}
        className={styles['input']}
        aria-invalid={fault !== undefined}
        aria-describedby={describedBy(id, { label, hint, fault })}
        {...rest}
      />
      <Fault id={id} fault={fault} />
    </div>
  );
}

/** Several lines; grows with what is typed. */
export function LongField({
  label,
  hint,
  fault,
  ...rest
}: Telling & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <Head id={id} {...{ label, hint, fault }} />
      <textarea
        id={id}
        className={styles['input']}
        rows={3}
        aria-invalid={fault !== undefined}
        aria-describedby={describedBy(id, { label, hint, fault })}
        {...rest}
      />
      <Fault id={id} fault={fault} />
    </div>
  );
}

function Head({ id, label, hint }: Telling & { id: string }) {
  return (
    <>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </>
  );
}

function Fault({ id, fault }: { id: string; fault: string | undefined }) {
  return (
    <p id={`${id}-fault`} className={styles['fault']} aria-live="polite" hidden={fault === undefined}>
      {fault}
    </p>
  );
}
