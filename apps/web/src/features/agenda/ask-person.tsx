import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { intend } from '../../lib/intentions.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { type AgendaPanel, type PersonInput, agendaCalls } from './agenda-calls.ts';
import { useKeepAgenda } from './agenda-queries.ts';

const words = app.agenda.people;

/** What is being typed, and why the api did not take it when it was sent before. */
export interface PersonDraft {
  input: PersonInput;
  error: unknown;
}

export const newDraft = (asModerator: boolean): PersonDraft => ({
  input: { name: '', email: '', part: asModerator ? 'moderator' : 'panelist' },
  error: null,
});

interface Props {
  panel: AgendaPanel;
  draft: PersonDraft;
  /** Also later, when what was sent comes back refused. */
  open: (draft: PersonDraft | null) => void;
}

/** The mail leaves after ten seconds, so that a wrong address can be taken back. */
export function AskPerson({ panel, draft, open }: Props) {
  const ask = useAsk(panel, open);
  const [input, setInput] = useState(draft.input);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const refused = faultsByField(draft.error);
  useFocusOnFault(missing.length > 0 ? missing : draft.error);
  const close = (): void => {
    open(null);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const empty = [input.name.trim() === '' && 'name', !input.email.includes('@') && 'email'];
    const needed = empty.filter((field) => field !== false);
    setMissing(needed);
    if (needed.length > 0) return;
    ask(input);
    close();
  };
  return (
    <Dialog opened close={close} title={words.askTitle}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.askText}</p>
        {draft.error !== null && <Fault>{sentenceOf(draft.error)}</Fault>}
        <TextInput
          label={words.name}
          description={words.nameHelp}
          name="name"
          maxLength={200}
          required
          data-autofocus
          value={input.name}
          error={missing.includes('name') ? words.nameNeeded : refused['name']}
          onChange={({ currentTarget }) => {
            setInput({ ...input, name: currentTarget.value });
          }}
        />
        <TextInput
          type="email"
          label={words.email}
          name="email"
          maxLength={254}
          required
          value={input.email}
          error={missing.includes('email') ? words.emailNeeded : refused['email']}
          onChange={({ currentTarget }) => {
            setInput({ ...input, email: currentTarget.value });
          }}
        />
        <SegmentedControl
          aria-label={words.part}
          value={input.part}
          data={(['panelist', 'moderator'] as const).map((part) => ({ value: part, label: words[part] }))}
          onChange={(part) => {
            setInput({ ...input, part: part });
          }}
        />
        <div className="row">
          <Button type="submit">{words.send}</Button>
          <Button variant="subtle" onClick={close}>
            {words.leave}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useAsk(panel: AgendaPanel, open: Props['open']): (input: PersonInput) => void {
  const path = useEventPath();
  const keep = useKeepAgenda();
  return (input) => {
    intend({
      key: `ask:${panel.id}:${input.email}`,
      sentence: words.willAsk(input.name),
      apply: async () => {
        await agendaCalls.invite(path, panel.id, input);
        await keep();
      },
      settled: ({ error }) => {
        if (error !== undefined) open({ input, error });
      },
    });
  };
}
