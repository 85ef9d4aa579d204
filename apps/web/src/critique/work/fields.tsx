import { critiqueWorkPage } from '#libs/words';
import { Field, LongField } from '../../phone/field.tsx';
import { Choice } from './choice.tsx';
import { More } from './more.tsx';
import { Source } from './source.tsx';
import type { WorkForm } from './work-form.ts';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage.fields;
const longestQuestion = 200;

/** Everything an author says of their work. The question stands in large type: the critics' evening turns on it. */
export function Fields(props: WorkProps) {
  const { draft, state } = props;
  const { form, refusal } = state;
  const faults = refusal?.faults ?? {};
  const typed = (field: 'title' | 'question' | 'wants' | 'avoid') => ({
    value: form[field],
    fault: faults[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      draft.edit({ [field]: currentTarget.value } satisfies Partial<WorkForm>);
    },
  });
  return (
    <div className={styles['fields']}>
      <Field label={words.title} maxLength={120} autoComplete="off" {...typed('title')} />
      <div className={styles['large']}>
        <LongField
          label={words.question}
          hint={words.questionHelp}
          placeholder={words.questionExample}
          maxLength={longestQuestion}
          {...typed('question')}
        />
        <Left used={Array.from(form.question).length} />
      </div>
      <Source {...props} />
      <LongField label={words.wants} hint={words.wantsHelp} maxLength={300} {...typed('wants')} />
      <LongField label={words.avoid} hint={words.avoidHelp} maxLength={300} {...typed('avoid')} />
      <Choice
        label={words.opinions}
        hint={words.opinionsHelp}
        checked={form.opinions}
        onChange={(opinions) => {
          draft.edit({ opinions });
        }}
      />
      <More {...props} />
    </div>
  );
}

/** Said once it matters. */
function Left({ used }: { used: number }) {
  const left = longestQuestion - used;
  if (left > 60) return null;
  return <p className="soft small">{words.left(Math.max(0, left))}</p>;
}
