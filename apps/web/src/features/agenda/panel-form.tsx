import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { intend } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { NumberField } from '../critique-sessions/number-field.tsx';
import { type Agenda, type AgendaPanel, agendaCalls } from './agenda-calls.ts';
import { useKeepAgenda } from './agenda-queries.ts';
import styles from './agenda.module.css';
import { clockAfter, minutesTo } from './evening-clock.ts';

const words = app.agenda.form;
/** Fields side by side have their boxes on one line. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

interface Props {
  agenda: Agenda;
  panel: AgendaPanel;
  together: boolean;
  close: () => void;
}

/** What is typed stays until it is saved: a conflict is told under its field, and nothing is lost. */
export function PanelForm({ agenda, panel, together, close }: Props) {
  const { startsAt, timeZone } = agenda;
  const path = useEventPath();
  const keep = useKeepAgenda();
  const [topic, setTopic] = useState(panel.topic);
  const [start, setStart] = useState(
    panel.startsAfter === null ? '' : clockAfter(startsAt, timeZone, panel.startsAfter),
  );
  const [minutes, setMinutes] = useState(panel.minutes);
  const [room, setRoom] = useState(panel.room);
  const [call, setCall] = useState(panel.callMinutes);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useFocusOnFault(error);
  const faults = faultsByField(error);
  const shown = ['topic', 'startsAfter', 'minutes', 'room', 'callMinutes'].some((field) => field in faults);
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const startsAfter = minutesTo(start, { startsAt, timeZone, near: panel.startsAfter });
    const typed = { topic, room, startsAfter, minutes, callMinutes: call };
    try {
      await agendaCalls.change(path, panel.id, { ...changesOf(typed, panel), together });
      await keep();
      say('done', words.saved(topic));
      close();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      {error !== null && !shown && <Fault>{sentenceOf(error)}</Fault>}
      <TextInput
        className={styles['wide'] ?? ''}
        label={words.topic}
        name="topic"
        maxLength={200}
        value={topic}
        error={faults['topic']}
        onChange={({ currentTarget }) => {
          setTopic(currentTarget.value);
        }}
      />
      <TextInput
        type="time"
        label={words.start}
        description={words.startHelp}
        inputWrapperOrder={order}
        name="startsAfter"
        value={start}
        error={faultOf(error, faults['startsAfter'])}
        onChange={({ currentTarget }) => {
          setStart(currentTarget.value);
        }}
      />
      <NumberField
        label={words.minutes}
        name="minutes"
        value={minutes}
        change={setMinutes}
        error={faults['minutes']}
      />
      <TextInput
        label={words.room}
        description={words.roomHelp}
        inputWrapperOrder={order}
        name="room"
        maxLength={80}
        value={room}
        error={faultOf(error, faults['room'])}
        onChange={({ currentTarget }) => {
          setRoom(currentTarget.value);
        }}
      />
      <NumberField
        label={words.call}
        name="callMinutes"
        value={call}
        change={setCall}
        error={faults['callMinutes']}
      />
      <div className={`row ${styles['wide'] ?? ''}`}>
        <Button type="submit" loading={busy}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={close}>
          {words.leave}
        </Button>
        <RemovePanel panel={panel} close={close} />
      </div>
    </form>
  );
}

/** Only what is another: a panel whose time stays is checked for nothing, and nobody is told. */
function changesOf<Typed extends Partial<AgendaPanel>>(typed: Typed, panel: AgendaPanel): Partial<Typed> {
  const fields = Object.keys(typed) as (keyof Typed & keyof AgendaPanel)[];
  return Object.fromEntries(
    fields
      .filter((field) => (typed[field] as unknown) !== panel[field])
      .map((field) => [field, typed[field]]),
  ) as Partial<Typed>;
}

/** Which two would be at once, after what that means. */
const faultOf = (error: unknown, detail: string | undefined): string | undefined =>
  detail === undefined ? undefined : [sentenceOf(error), detail].join(' ');

function RemovePanel({ panel: { id, topic }, close }: Pick<Props, 'panel' | 'close'>) {
  const path = useEventPath();
  const keep = useKeepAgenda();
  const remove = (): void => {
    close();
    intend({
      key: `panel:${id}`,
      sentence: words.willRemove(topic),
      apply: async () => {
        await agendaCalls.remove(path, id);
        await keep();
      },
      settled: ({ error }) => {
        if (error !== undefined) say('fault', app.agenda.notDone(sentenceOf(error)));
      },
    });
  };
  return (
    <Button variant="subtle" onClick={remove}>
      {words.remove}
    </Button>
  );
}
