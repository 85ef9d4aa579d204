import { useId, useState } from 'react';
import { critiqueWorkPage } from '#libs/words';
import { Field } from '../../phone/field.tsx';
import { FilePart } from './file-part.tsx';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage.fields;

/** A file or a link: what stands there is shown, and a file first where nothing does. */
export function Source(props: WorkProps) {
  const { draft, state, own } = props;
  const { form, refusal } = state;
  const [chosen, setChosen] = useState<'file' | 'link' | null>(null);
  const name = useId();
  const as = form.fileId === null ? (chosen ?? (form.link === '' ? 'file' : 'link')) : 'file';
  const fault = refusal?.faults['fileId'];
  return (
    <fieldset className={styles['source']}>
      <legend>{words.source}</legend>
      {form.fileId === null && (
        <div className={styles['either']}>
          {(['file', 'link'] as const).map((one) => (
            <label key={one} className={styles['one']}>
              <input
                type="radio"
                name={name}
                checked={as === one}
                onChange={() => {
                  setChosen(one);
                }}
              />
              {words[one]}
            </label>
          ))}
        </div>
      )}
      {own.blind && <p className="soft">{words.blind}</p>}
      {as === 'file' ? (
        <FilePart {...props} />
      ) : (
        <Field
          label={words.linkLabel}
          hint={words.linkHelp}
          fault={refusal?.faults['link']}
          type="url"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          maxLength={500}
          value={form.link}
          onChange={({ currentTarget }) => {
            draft.edit({ link: currentTarget.value });
          }}
        />
      )}
      {fault !== undefined && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
