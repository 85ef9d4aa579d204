import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { say } from '../../lib/notes.ts';
import { ProblemError, faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { EventInput } from '../../lib/shapes.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { messagesKey } from '../messages/message-queries.ts';
import { OnlyThisDate } from '../series/only-this-date.tsx';
import { inputOf, sendable, standingFaults } from './event-draft.ts';
import { EventForm } from './event-form.tsx';
import { EventPreview } from './event-preview.tsx';
import { eventQuery, useEvent } from './event-queries.ts';
import styles from './event-form.module.css';

/** Somebody else's change in between is shown and never overwritten unseen. */
export function EditEvent() {
  const words = app.events;
  const event = useEvent();
  const path = useEventPath();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const [input, setInput] = useState(() => inputOf(event));
  const [version, setVersion] = useState(event.version);
  const [sent, setSent] = useState<EventInput>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () => {
      setSent(input);
      return api.events.change(path, { ...sendable(input), version });
    },
    onSuccess: async (changed) => {
      queries.setQueryData(eventQuery(path).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['events', path.organizationId] });
      void queries.invalidateQueries({ queryKey: ['series', path.organizationId] });
      void queries.invalidateQueries({ queryKey: messagesKey(path) });
      say('done', words.saved);
      await navigate({ to: '/$slug/events/$eventId', params: { slug, eventId } });
    },
  });
  const conflict = save.error instanceof ProblemError && save.error.code === 'changed-meanwhile';
  const look = async (): Promise<void> => {
    const theirs = await queries.query({ ...eventQuery(path), staleTime: 0 });
    setInput(inputOf(theirs));
    setVersion(theirs.version);
    save.reset();
  };
  const faults = standingFaults(faultsByField(save.error), sent, input);
  useFocusOnFault(save.error);
  const submit = (form: SubmitEvent): void => {
    form.preventDefault();
    save.mutate();
  };
  return (
    <div className={styles['page']}>
      <form className="stack" style={{ '--gap': '2rem' } as React.CSSProperties} onSubmit={submit} noValidate>
        <OnlyThisDate />
        <EventForm input={input} change={setInput} faults={faults} />
        {save.isError && (
          <Fault>
            <p>{conflict ? words.conflict : sentenceOf(save.error)}</p>
            {conflict && (
              <Button variant="subtle" onClick={() => void look()}>
                {words.conflictLook}
              </Button>
            )}
          </Fault>
        )}
        <div className={styles['actions']}>
          <Button type="submit" loading={save.isPending}>
            {event.state === 'published' ? words.saveChanges : words.saveDraft}
          </Button>
        </div>
      </form>
      <EventPreview input={input} />
    </div>
  );
}
