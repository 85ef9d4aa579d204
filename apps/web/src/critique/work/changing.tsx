import { useState } from 'react';
import { critiqueWorkPage } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Fields } from './fields.tsx';
import { Note } from './note.tsx';
import { Saved } from './saved.tsx';
import { Summary } from './summary.tsx';
import { Withdraw } from './withdraw.tsx';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage;

/** What was brought, as critics will see it, and its fields where somebody wants to change them. */
export function Changing(props: WorkProps) {
  const { draft, state, own } = props;
  const [isOpen, setOpen] = useState(false);
  const unsaved = state.saving !== 'saved';
  if (own.closed !== null || !(isOpen || unsaved))
    return (
      <>
        <Summary own={own} />
        <div className={styles['acts']}>
          {own.closed === null && (
            <Button
              onClick={() => {
                setOpen(true);
              }}
            >
              {words.change}
            </Button>
          )}
          <Withdraw {...props} />
        </div>
      </>
    );
  return (
    <>
      <Note state={state} />
      {own.planned && <p className="soft">{words.plannedFields}</p>}
      <Fields {...props} />
      <footer className={styles['bar']}>
        <Saved state={state} />
        <Button
          onClick={() => {
            setOpen(false);
            void draft.flush();
          }}
        >
          {words.done}
        </Button>
      </footer>
    </>
  );
}
