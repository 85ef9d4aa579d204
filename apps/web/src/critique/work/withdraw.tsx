import { useEffect, useRef, useState } from 'react';
import { critiqueWorkPage } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import type { OwnWork } from './calls.ts';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage.withdraw;

/** Taking it back, after one look at what that means: its file is gone for good. */
export function Withdraw({ draft, state, own }: WorkProps) {
  const [isAsked, setAsked] = useState(false);
  const asked = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAsked) asked.current?.focus();
  }, [isAsked]);
  const isDraft = own.work?.state === 'draft';
  if (!isAsked)
    return (
      <div>
        <Button
          look="quiet"
          onClick={() => {
            setAsked(true);
          }}
        >
          {isDraft ? words.draft : words.open}
        </Button>
      </div>
    );
  return (
    <div className={styles['asking']} role="group" aria-label={isDraft ? words.draftTitle : words.title}>
      <h3 ref={asked} tabIndex={-1}>
        {isDraft ? words.draftTitle : words.title}
      </h3>
      <ul>
        {consequencesOf(own).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {state.refusal !== null && <p role="alert">{state.refusal.sentence}</p>}
      <div className={styles['acts']}>
        <Button disabled={state.isActing} onClick={() => void draft.withdraw()}>
          {isDraft ? words.draftConfirm : words.confirm}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setAsked(false);
          }}
        >
          {words.keep}
        </Button>
      </div>
    </div>
  );
}

function consequencesOf({ work, credits }: OwnWork): string[] {
  const spent = credits?.spent ?? 0;
  return [
    ...(work?.file === null ? [] : [words.file]),
    ...(work?.state === 'accepted' ? [words.planned] : []),
    ...(spent === 0
      ? []
      : [work?.state === 'accepted' ? words.creditsGone(spent) : words.creditsBack(spent)]),
  ];
}
