import { critiqueWorkPage } from '#libs/words';
import { momentOf } from '../../lib/times.ts';
import { Button } from '../../phone/button.tsx';
import { Credits, missingCredits } from './credits.tsx';
import { Fields } from './fields.tsx';
import { Note } from './note.tsx';
import { Saved } from './saved.tsx';
import { Withdraw } from './withdraw.tsx';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage;

/** A draft, from the first letter to the button that brings it. */
export function Bringing(props: WorkProps) {
  const { draft, state, own } = props;
  const wasBrought = own.work?.state === 'withdrawn';
  return (
    <>
      <header className="stack">
        <h2>{words.start}</h2>
        {wasBrought ? <p>{words.withdrawn}</p> : <p>{words.lead}</p>}
        <p className="soft">{words.until(momentOf(own.until, own.timeZone))}</p>
        <Credits own={own} />
        <Rules text={own.rules} />
      </header>
      <Note state={state} />
      <Fields {...props} />
      <footer className={styles['bar']}>
        <Saved state={state} />
        <Button
          look="main"
          disabled={state.isActing || missingCredits(own) > 0}
          onClick={() => void draft.submit().then(lookAtFault)}
        >
          {bringWords(state.isActing, wasBrought)}
        </Button>
      </footer>
      {own.work?.state === 'draft' && <Withdraw {...props} />}
    </>
  );
}

function bringWords(isActing: boolean, wasBrought: boolean): string {
  if (isActing) return words.bringing;
  return wasBrought ? words.bringAgain : words.bring;
}

/** Leads to the first field that is wrong, once the page shows which. */
function lookAtFault(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}

function Rules({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <details className={styles['more']}>
      <summary className={styles['summary']}>{words.rules}</summary>
      <p className={styles['written']}>{text}</p>
    </details>
  );
}
