import { SegmentedControl, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { messagesApp } from '#libs/words';
import { faultsByField } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { LeavePart } from './leave-part.tsx';
import type { EventMessage, WrittenKind } from './message-calls.ts';
import { type MessageDraft, withKind } from './message-draft.ts';
import { MessagePreview, usePreview } from './message-preview.tsx';
import styles from './messages.module.css';
import { TextField } from './text-field.tsx';
import { useSendOff } from './use-send-off.ts';
import { type Begun, useWriting } from './use-writing.ts';
import { Whom } from './whom.tsx';

const words = messagesApp.form;
const kinds = ['announcement', 'reminder', 'thanks'] as const;

interface Props {
  message: EventMessage | undefined;
  begun: Begun;
}

/** A message in the making, how it reads beside it, and how it leaves. */
export function WriteForm({ message, begun }: Props) {
  const writing = useWriting(message, begun);
  const { draft, change, saved, act } = writing;
  const preview = usePreview(draft);
  const sendOff = useSendOff(writing);
  const faults = { ...faultsByField(preview.error), ...writing.faults, ...sendOff.faults };
  useFocusOnFault(sendOff.asked ?? act.error);
  const set = (part: Partial<MessageDraft>): void => {
    change({ ...draft, ...part });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    sendOff.leave();
  };
  return (
    <form className={styles['page']} onSubmit={submit} noValidate aria-labelledby="message-form">
      <div className={styles['fields']}>
        <h2 id="message-form">{saved === undefined ? words.new : words.edit}</h2>
        {saved === undefined && (
          <Kind
            kind={draft.kind}
            change={(kind) => {
              change(withKind(draft, kind));
            }}
          />
        )}
        <Whom
          segment={draft.segment}
          change={(segment) => {
            set({ segment });
          }}
          isForGoing={draft.kind === 'reminder'}
        />
        <TextInput
          label={words.subject}
          name="subject"
          required
          maxLength={200}
          value={draft.subject}
          onChange={({ currentTarget }) => {
            set({ subject: currentTarget.value });
          }}
          error={faults['subject']}
        />
        <TextField
          text={draft.text}
          change={(text) => {
            set({ text });
          }}
          fault={faults['text']}
        />
      </div>
      <MessagePreview preview={preview} />
      <LeavePart writing={writing} sendOff={sendOff} />
    </form>
  );
}

/** Said once: a message that is saved stays what it is. */
function Kind({ kind, change }: { kind: WrittenKind; change: (kind: WrittenKind) => void }) {
  return (
    <div className={styles['kind']}>
      <SegmentedControl
        aria-label={words.kind}
        name="kind"
        data={kinds.map((value) => ({ value, label: messagesApp.kinds[value] }))}
        value={kind}
        onChange={change}
      />
      <p className="soft small">{words.kindHelp[kind]}</p>
    </div>
  );
}
