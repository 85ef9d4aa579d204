import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { ProblemError, faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { BoardPerson } from '../../lib/shapes.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { smallest } from './choice.ts';
import { ChoosePeople } from './choose-people.tsx';
import { useCirclesChanged } from './circle-queries.ts';
import styles from './circles.module.css';
import { Evenings } from './evenings.tsx';

interface Props {
  people: readonly BoardPerson[];
  timeZone: string;
  proposedDates: readonly string[];
  /** Chosen to begin with, as attendees. */
  first: readonly string[];
  close: () => void;
}

/** What a circle is about, who is asked, and when it might meet. Nothing leaves before the next morning of questions. */
export function StartCircle({ people, timeZone, proposedDates, first, close }: Props) {
  const words = app.circles.form;
  const path = useEventPath();
  const changed = useCirclesChanged();
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [dates, setDates] = useState<readonly string[]>(proposedDates);
  // A wish of somebody who has said no to introductions since then does not choose them.
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    first.filter((id) => people.some(({ attendeeId }) => attendeeId === id)),
  );
  const start = useMutation({
    mutationFn: async () => {
      if (name.trim() === '') throw nameNeeded();
      return api.circles.start(path, { name, place, attendeeIds: [...chosen], dates: [...dates] });
    },
    onSuccess: async (circle) => {
      await changed();
      say('done', words.started(circle.name));
      close();
    },
  });
  const faults = faultsByField(start.error);
  useFocusOnFault(start.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!start.isPending) start.mutate();
  };
  return (
    <form className={styles['start']} onSubmit={submit} noValidate aria-labelledby="new-circle">
      <h2 id="new-circle">{words.title}</h2>
      <TextInput
        name="name"
        label={words.name}
        description={words.nameHelp}
        data-autofocus
        autoFocus
        maxLength={80}
        value={name}
        error={faults['name']}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
      <ChoosePeople people={people} chosen={chosen} change={setChosen} />
      <Evenings dates={dates} change={setDates} timeZone={timeZone} faults={faults} />
      <TextInput
        name="place"
        label={words.where}
        description={words.whereHelp}
        maxLength={200}
        value={place}
        error={faults['place']}
        onChange={({ currentTarget }) => {
          setPlace(currentTarget.value);
        }}
      />
      {start.isError && !isBesideField(faults) && <Fault>{sentenceOf(start.error)}</Fault>}
      <p className="soft">{words.note}</p>
      <div className="row">
        <Button type="submit" loading={start.isPending} disabled={chosen.length < smallest}>
          {chosen.length < smallest ? words.choose : words.save(chosen.length)}
        </Button>
        <Button variant="subtle" onClick={close}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}

const nameNeeded = (): ProblemError =>
  new ProblemError(422, { errors: [{ pointer: '/name', detail: app.circles.form.nameNeeded }] });

/** Whether what is wrong is said beside a field already. */
const isBesideField = (faults: Record<string, string>): boolean =>
  Object.keys(faults).some((field) => field === 'name' || field === 'place' || field.startsWith('dates'));
