import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { critiqueWorkPage } from '#libs/words';
import { dayOf } from '../../lib/times.ts';
import { Field, LongField } from '../../phone/field.tsx';
import { type EarlierWork, workCalls } from './calls.ts';
import { type FieldName, type WorkForm, formOf } from './work-form.ts';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage.fields;
const inMore = ['notes', 'topics', 'coAuthors', 'previousId'] as const satisfies FieldName[];

/** What most works do without; open where something stands in it, or is wrong. */
export function More(props: WorkProps) {
  const { draft, state, own } = props;
  const { form, refusal } = state;
  const faults = refusal?.faults ?? {};
  const before = formOf(own.work);
  const hasSome = inMore.some((field) => (before[field] ?? '') !== '');
  const hasFault = Object.keys(faults).some((name) => /^(notes|topics|coAuthors|previousId)/.test(name));
  const typed = (field: 'notes' | 'topics' | 'coAuthors') => ({
    value: form[field],
    fault: faultOf(faults, field),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      draft.edit({ [field]: currentTarget.value } satisfies Partial<WorkForm>);
    },
  });
  // Who hears it was drawn from these.
  const fixed = own.work?.state === 'accepted' || own.work?.state === 'waitlisted';
  return (
    <details className={styles['more']} open={hasSome || hasFault || undefined}>
      <summary className={styles['summary']}>{words.more}</summary>
      <div className={styles['fields']}>
        <LongField label={words.notes} hint={words.notesHelp} maxLength={1000} {...typed('notes')} />
        <Field label={words.topics} hint={words.topicsHelp} disabled={fixed} {...typed('topics')} />
        <Field
          label={words.coAuthors}
          hint={words.coAuthorsHelp}
          inputMode="email"
          autoCapitalize="none"
          autoComplete="off"
          disabled={fixed}
          {...typed('coAuthors')}
        />
        <Previous {...props} />
      </div>
    </details>
  );
}

/** The first of a list's faults: "topics", "coAuthors.1". */
const faultOf = (faults: Readonly<Record<string, string>>, field: string): string | undefined =>
  Object.entries(faults).find(([name]) => name === field || name.startsWith(`${field}.`))?.[1];

/** Only for somebody who brought something here before. */
function Previous({ path, draft, state }: WorkProps) {
  const id = useId();
  const { data } = useQuery({
    queryKey: ['critique', path.token, path.critiqueSessionId, 'earlier'],
    queryFn: () => workCalls.earlier(path),
    staleTime: Infinity,
  });
  const works = data?.works ?? [];
  if (works.length === 0) return null;
  return (
    <div className={styles['choose']}>
      <label htmlFor={id}>{words.previous}</label>
      <select
        id={id}
        value={state.form.previousId ?? ''}
        onChange={({ currentTarget }) => {
          draft.edit({ previousId: currentTarget.value === '' ? null : currentTarget.value });
        }}
      >
        <option value="">{words.previousNone}</option>
        {works.map((work) => (
          <option key={work.id} value={work.id}>
            {nameOf(work)}
          </option>
        ))}
      </select>
    </div>
  );
}

const nameOf = ({ title, at, timeZone, heard }: EarlierWork): string =>
  (heard ? words.previousOf : words.previousUnheard)(title, dayOf(at, timeZone));
