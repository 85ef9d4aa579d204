import type { ReactElement, ReactNode } from 'react';
import { formTokenField } from '../auth/form-tokens.ts';

/** A native form that takes a file. The token stands first: it is checked before the file is read. */
export function FileForm({
  action,
  token,
  children,
}: {
  action: string;
  token: string;
  children: ReactNode;
}): ReactElement {
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <input type="hidden" name={formTokenField} value={token} />
      {children}
    </form>
  );
}

/** One labelled file; a page cannot fill it in again. */
export function FileField({
  name,
  label,
  accept,
  hint,
  fault,
  children,
}: {
  name: string;
  label: string;
  accept: string;
  hint?: string | undefined;
  fault?: string | undefined;
  /** What is there already. */
  children?: ReactNode;
}): ReactElement {
  const described = [hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`]
    .join(' ')
    .trim();
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {children}
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={described === '' ? undefined : described}
      />
      {fault === undefined ? null : (
        <span className="fault" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </div>
  );
}
