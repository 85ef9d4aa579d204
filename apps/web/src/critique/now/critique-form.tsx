import { critiqueNow } from '#libs/words';
import type { Hearing, Now } from '../calls.ts';
import { Button } from '../../phone/button.tsx';
import { LongField } from '../../phone/field.tsx';
import { Notice } from '../../phone/notice.tsx';
import type { Draft, DraftState } from './draft.ts';
import styles from './critique-form.module.css';
import { type TextPart, longest } from './merge.ts';

const form = critiqueNow.form;
const labels: Record<TextPart, () => { label: string; hint?: string }> = {
  meaning: () => ({ label: form.meaning, hint: form.meaningHint }),
  answer: () => ({ label: form.answer }),
  neutralQuestion: () => ({ label: form.neutralQuestion, hint: form.neutralQuestionHint }),
  opinion: () => ({ label: form.opinion, hint: form.opinionHint }),
};

/** What is asked for; the opinion only where the author wants it, or one is there already. */
const partsAsked = (opinions: boolean): TextPart[] => [
  'meaning',
  'answer',
  'neutralQuestion',
  ...(opinions ? (['opinion'] as const) : []),
];

interface FormProps {
  now: Now;
  hearing: Hearing;
  draft: Draft;
  state: DraftState;
}

/** The parts of a critique, saved as typed, and before the first word who will read it. */
export function CritiqueForm({ now, hearing, draft, state }: FormProps) {
  const isClosed = state.server?.open === false;
  return (
    <div className={styles['form']}>
      <p className="soft small">{form.readers[now.feedbackTo]}</p>
      {partsAsked(hearing.opinions).map((part) => (
        <div key={part} className="stack">
          <LongField
            {...labels[part]()}
            value={state.parts[part]}
            maxLength={longest[part]}
            disabled={isClosed}
            onChange={({ target }) => {
              draft.type(part, target.value);
            }}
          />
          <Double draft={draft} part={part} text={state.doubled[part]} />
        </div>
      ))}
    </div>
  );
}

/** The same part as another window has it. */
function Double({ draft, part, text }: { draft: Draft; part: TextPart; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Notice>
      <p>{form.two}</p>
      <blockquote className={styles['other']}>{text}</blockquote>
      <div className={styles['acts']}>
        <Button
          onClick={() => {
            draft.settle(part, true);
          }}
        >
          {form.add}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            draft.settle(part, false);
          }}
        >
          {form.leave}
        </Button>
      </div>
    </Notice>
  );
}

/** Whether it is kept, and what is missing for it to count. */
export function SavedLine({ state: { saving, refusal, server } }: { state: DraftState }) {
  if (saving === 'refused' && refusal !== null)
    return (
      <Notice fault>
        <p>{`${form.refused} ${refusal}`}</p>
      </Notice>
    );
  if (server?.open === false) return <p className="soft small">{form.closed}</p>;
  const { words = 0, fewestWords = 0 } = server ?? {};
  const missing = Math.max(0, fewestWords - words);
  const asks = words === 0 ? form.asks(fewestWords) : form.more(missing);
  return (
    <div className={styles['saved']}>
      <p className="soft small">{fewestWords === 0 ? '' : missing > 0 ? asks : form.counts}</p>
      <p className="soft small" role="status">
        {saving === 'kept' ? form.kept : saving === 'saved' ? (words > 0 ? form.saved : '') : form.saving}
      </p>
    </div>
  );
}
