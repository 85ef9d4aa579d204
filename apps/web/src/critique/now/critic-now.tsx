import { useState } from 'react';
import { critiqueNow } from '#libs/words';
import type { Hearing, Now, Phase } from '../calls.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import type { Moment } from './clock.ts';
import { CritiqueForm, SavedLine } from './critique-form.tsx';
import type { Draft, DraftState } from './draft.ts';
import { Listen } from './listen.tsx';
import { MarkButton, Marks } from './marks.tsx';
import type { TextPart } from './merge.ts';
import styles from './now.module.css';
import { useDraft } from './use-draft.ts';
import { Question, WorkCard } from './work-card.tsx';

const words = critiqueNow.critic;
const form = critiqueNow.form;

interface Props {
  token: string;
  now: Now;
  hearing: Hearing;
  moment: Moment;
  phase: Phase;
}

/** One step at a time: what to do, and the words it needs. What was written before is one tap away. */
export function CriticNow({ token, now, hearing, moment, phase }: Props) {
  const { draft, state } = useDraft({
    token,
    sessionId: now.id,
    assignmentId: hearing.assignmentId,
    attendeeId: hearing.attendeeId,
  });
  return (
    <>
      {hearing.standby && (
        <Notice>
          <p>{critiqueNow.called}</p>
        </Notice>
      )}
      <p className={styles['instruction']}>{criticSentence(phase, moment, hearing.opinions)}</p>
      <Step {...{ token, now, hearing, moment, phase, draft, state }} />
      <OwnWords {...{ token, now, hearing, moment, phase, draft, state }} />
    </>
  );
}

function criticSentence({ key, speaks }: Phase, { state }: Moment, opinions: boolean): string {
  if (state === 'over') return words.over;
  const known: Readonly<Record<string, string>> = words;
  const name = key === 'opinions' && !opinions ? 'no-opinions' : key;
  return known[name] ?? (speaks === 'critics' || speaks === 'everybody' ? words.speaks : words.silent);
}

interface StepProps extends Props {
  draft: Draft;
  state: DraftState;
}

/** Which of my words a spoken step is about. */
const spoken: Readonly<Record<string, TextPart>> = {
  meaning: 'meaning',
  'author-asks': 'answer',
  'neutral-questions': 'neutralQuestion',
  opinions: 'opinion',
};

/** What one step needs, above the words that are the same in all of them. */
function Step(props: StepProps) {
  const { now, hearing, moment, phase, state } = props;
  if (moment.state === 'over' || phase.key === 'write') return <Question text={hearing.question} />;
  if (phase.key === 'set-up') return <WorkCard now={now} hearing={hearing} />;
  if (phase.key === 'listen') return <Listening {...props} />;
  const part = spoken[phase.key];
  if (part === undefined || (part === 'opinion' && !hearing.opinions)) return null;
  const text = state.parts[part].trim();
  return (
    <div className="stack">
      {part === 'answer' && <Question text={hearing.question} />}
      {text === '' ? <p className="soft">{form.nothing}</p> : <p className={styles['own']}>{text}</p>}
    </div>
  );
}

function Listening({ token, now, hearing, moment, draft, state }: StepProps) {
  return (
    <div className="stack">
      <Question text={hearing.question} />
      <MarkButton draft={draft} state={state} at={() => inside(moment.elapsedMs, hearing.lengthMs)} />
      <Marks draft={draft} state={state} />
      <Listen token={token} sessionId={now.id} hearing={hearing} draft={draft} state={state} inRoom />
    </div>
  );
}

const inside = (ms: number, length: number | null): number => Math.min(ms, length ?? ms);

/**
 * Everything I write: asked for while there is time to write, one tap away in every other step. Who is in the middle of a
 * sentence when the step turns goes on writing.
 */
function OwnWords({ now, hearing, moment, phase, draft, state }: StepProps) {
  const isAsked = moment.state === 'over' || phase.key === 'write';
  const [isOpen, setOpen] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const isShown = isAsked || isOpen || isTyping;
  return (
    <div className="stack">
      {!isAsked && (
        <div>
          <Button
            look="quiet"
            aria-expanded={isShown}
            onClick={() => {
              setOpen(!isShown);
              setTyping(false);
            }}
          >
            {form.change}
          </Button>
        </div>
      )}
      <div
        hidden={!isShown}
        onFocus={() => {
          setTyping(true);
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          setTyping(relatedTarget !== null && currentTarget.contains(relatedTarget));
        }}
      >
        <div className={styles['words']}>
          <CritiqueForm now={now} hearing={hearing} draft={draft} state={state} />
          {phase.key !== 'listen' && <Marks draft={draft} state={state} />}
        </div>
      </div>
      {(isShown || phase.key === 'listen' || state.saving !== 'saved') && <SavedLine state={state} />}
    </div>
  );
}
