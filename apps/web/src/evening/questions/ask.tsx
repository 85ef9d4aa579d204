import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { panelQuestions } from '#libs/words';
import { sentenceOf } from '../../lib/problem.ts';
import type { PanelLive } from '../../panel-live/live.ts';
import { Button } from '../../phone/button.tsx';
import { LongField } from '../../phone/field.tsx';
import { Notice } from '../../phone/notice.tsx';
import { calls } from '../calls.ts';
import { faultOf, leftOf, oneLine } from './question-draft.ts';
import { mineKey } from './use-questions.ts';
import styles from './questions.module.css';

const words = panelQuestions.ask;

interface Props {
  token: string;
  panelId: string;
  people: PanelLive['people'];
  /** How many more questions they may ask; null: not known yet. */
  left: number | null;
}

/** One button, and behind it the form; what was typed stays when it is closed or refused. */
export function Ask(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isSent, setSent] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const close = (sent: boolean): void => {
    if (sent) setText('');
    setSent(sent);
    setOpen(false);
  };
  if (isOpen) return <Form {...props} text={text} setText={setText} close={close} />;
  return (
    <div ref={opener} className={styles['part']}>
      {isSent && (
        <Notice>
          <p>{words.sent}</p>
        </Notice>
      )}
      {props.left === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div>
          <Button
            look="main"
            onClick={() => {
              setSent(false);
              setOpen(true);
            }}
          >
            {words.open}
          </Button>
        </div>
      )}
    </div>
  );
}

interface FormProps extends Props {
  text: string;
  setText: (text: string) => void;
  close: (sent: boolean) => void;
}

function Form({ token, panelId, people, text, setText, close }: FormProps) {
  const queries = useQueryClient();
  const [isNamed, setNamed] = useState(false);
  const [forId, setForId] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const send = useMutation({
    mutationFn: () =>
      calls.ask(token, panelId, { text: oneLine(text), named: isNamed, ...(forId !== '' && { forId }) }),
    onSuccess: (mine) => {
      queries.setQueryData(mineKey(token, panelId), mine);
      close(true);
    },
  });
  const fault = faultOf(text);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault !== null) form.current?.querySelector('textarea')?.focus();
    else if (!send.isPending) send.mutate();
  };
  return (
    <form ref={form} noValidate className={styles['form']} aria-label={words.title} onSubmit={submit}>
      <div>
        <LongField
          label={words.text}
          value={text}
          fault={isTried && fault !== null ? words[fault] : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <p className={styles['count']} data-over={leftOf(text) < 0}>
          {words.left(leftOf(text))}
        </p>
      </div>
      <ForWhom people={people} forId={forId} choose={setForId} />
      <Named isNamed={isNamed} isForSomebody={forId !== ''} set={setNamed} />
      {send.isError && (
        <Notice fault>
          <p>{sentenceOf(send.error)}</p>
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button look="main" type="submit" disabled={send.isPending}>
          {send.isPending ? words.sending : words.send}
        </Button>
        <Button
          onClick={() => {
            close(false);
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

interface ForWhomProps {
  people: PanelLive['people'];
  forId: string;
  choose: (forId: string) => void;
}

function ForWhom({ people, forId, choose }: ForWhomProps) {
  const id = useId();
  if (people.length === 0) return null;
  return (
    <div className={styles['choose']}>
      <label htmlFor={id}>{words.forWhom}</label>
      <select
        id={id}
        value={forId}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
      >
        <option value="">{words.anybody}</option>
        {people.map(({ id: personId, name, part }) => (
          <option key={personId} value={personId}>
            {part === 'moderator' ? words.moderator(name) : name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NamedProps {
  isNamed: boolean;
  isForSomebody: boolean;
  set: (isNamed: boolean) => void;
}

function Named({ isNamed, isForSomebody, set }: NamedProps) {
  const id = useId();
  const text = !isNamed ? words.namedText : isForSomebody ? words.namedLater : '';
  return (
    <div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={isNamed}
          aria-describedby={id}
          onChange={(event) => {
            set(event.currentTarget.checked);
          }}
        />
        {words.named}
      </label>
      <p id={id} className="soft small">
        {text}
      </p>
    </div>
  );
}
