import { Button, TextInput, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { AttendeeInput } from '../../lib/shapes.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { Tick } from '../events/choices.tsx';
import { useGuestActs } from './use-guest-acts.ts';

const blank: AttendeeInput = { name: '', email: '', guests: [], beyondCapacity: false };

/** What is being typed, and why the api did not take it when it was sent before. */
export interface GuestDraft {
  input: AttendeeInput;
  error: unknown;
}

export const newDraft: GuestDraft = { input: blank, error: null };

interface Props {
  draft: GuestDraft;
  /** Also later, when what was sent comes back refused. */
  open: (draft: GuestDraft | null) => void;
}

/** Somebody who asked by phone, or at the bar. It is sent after ten seconds, so that a wrong address can be taken back. */
export function AddGuest({ draft, open }: Props) {
  const words = app.guests.adding;
  const { add } = useGuestActs();
  const [input, setInput] = useState(draft.input);
  const [guests, setGuests] = useState(draft.input.guests.join('\n'));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const refused = faultsByField(draft.error);
  const faults = {
    name: missing.includes('name') ? words.nameNeeded : refused['name'],
    email: missing.includes('email') ? words.emailNeeded : refused['email'],
    guests: refused['guests'],
  };
  useFocusOnFault(missing.length > 0 ? missing : draft.error);
  const change = (field: Partial<AttendeeInput>): void => {
    setInput({ ...input, ...field });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const names = guests.split('\n').map((name) => name.trim());
    const typed = { ...input, guests: names.filter((name) => name !== '') };
    const empty = [typed.name.trim() === '' && 'name', !typed.email.includes('@') && 'email'];
    const needed = empty.filter((field) => field !== false);
    setMissing(needed);
    if (needed.length > 0) return;
    add(typed, (error) => {
      open({ input: typed, error });
    });
    open(null);
  };
  return (
    <Dialog
      opened
      close={() => {
        open(null);
      }}
      title={words.title}
    >
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.text}</p>
        {draft.error !== null && Object.keys(refused).length === 0 && (
          <Fault>{sentenceOf(draft.error)}</Fault>
        )}
        <TextInput
          label={words.name}
          name="name"
          maxLength={200}
          required
          data-autofocus
          value={input.name}
          onChange={({ currentTarget }) => {
            change({ name: currentTarget.value });
          }}
          error={faults.name}
        />
        <TextInput
          type="email"
          label={words.email}
          name="email"
          maxLength={254}
          required
          value={input.email}
          onChange={({ currentTarget }) => {
            change({ email: currentTarget.value });
          }}
          error={faults.email}
        />
        <Textarea
          label={words.guests}
          description={words.guestsHelp}
          name="guests"
          autosize
          minRows={1}
          value={guests}
          onChange={({ currentTarget }) => {
            setGuests(currentTarget.value);
          }}
          error={faults.guests}
        />
        <Tick
          label={words.beyond}
          help={words.beyondHelp}
          checked={input.beyondCapacity}
          change={(beyondCapacity) => {
            change({ beyondCapacity });
          }}
        />
        <div className="row">
          <Button type="submit">{words.save}</Button>
          <Button
            variant="subtle"
            onClick={() => {
              open(null);
            }}
          >
            {words.leave}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
