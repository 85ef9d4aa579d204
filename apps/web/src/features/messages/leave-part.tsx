import { Button } from '@mantine/core';
import { messagesApp } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import styles from './messages.module.css';
import type { SendOff } from './use-send-off.ts';
import type { Writing } from './use-writing.ts';
import { WhenFields } from './when-fields.tsx';

const words = messagesApp.form;

/** When it leaves, what stands in the way, and the buttons that let it go. */
export function LeavePart({ writing, sendOff }: { writing: Writing; sendOff: SendOff }) {
  const { draft, change, saved, act } = writing;
  const { count, keep, test } = sendOff;
  const isPlanned = saved?.state === 'scheduled';
  const label = draft.leaves.by === 'now' ? words.send(count) : words.schedule(count);
  return (
    <div className={styles['leave']}>
      <WhenFields
        draft={draft}
        change={(leaves) => {
          change({ ...draft, leaves });
        }}
        fault={sendOff.faults['sendAt']}
      />
      {sendOff.faults['nobody'] !== undefined && <Fault>{sendOff.faults['nobody']}</Fault>}
      <Refusal writing={writing} />
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {isPlanned && draft.leaves.by !== 'now' ? words.saveChanges : label}
        </Button>
        {!isPlanned && (
          <Button variant="default" disabled={act.isPending} onClick={keep}>
            {words.keep}
          </Button>
        )}
        <Button variant="subtle" disabled={act.isPending} onClick={test}>
          {isPlanned ? words.testSaves : words.test}
        </Button>
      </div>
    </div>
  );
}

/** What is not said beside a field; where somebody else saved first, both ways on. */
function Refusal({ writing: { act, faults, meet } }: { writing: Writing }) {
  if (act.error === null) return null;
  const isConflict = act.error instanceof ProblemError && act.error.code === 'changed-meanwhile';
  if (!isConflict) return Object.keys(faults).length > 0 ? null : <Fault>{sentenceOf(act.error)}</Fault>;
  return (
    <Fault>
      <p>{words.conflict}</p>
      <div className="row">
        <Button variant="subtle" onClick={() => void meet(true)}>
          {words.conflictTheirs}
        </Button>
        <Button variant="subtle" onClick={() => void meet(false)}>
          {words.conflictMine}
        </Button>
      </div>
    </Fault>
  );
}
