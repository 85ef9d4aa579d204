import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useMe, useMembership } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import type { EventInput, EventView } from '../../lib/shapes.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { useTitle } from '../../lib/title.ts';
import { organizationQuery } from '../organizations/organization-query.ts';
import { emptyEvent, sendable, standingFaults } from './event-draft.ts';
import { EventForm } from './event-form.tsx';
import { EventPreview } from './event-preview.tsx';
import styles from './event-form.module.css';

/** A draft is kept first and then published, so a refusal to publish loses nothing that was typed. */
export function NewEvent() {
  const words = app.events;
  const { organizationId, slug, timeZone } = useMembership();
  const { data: organization } = useSuspenseQuery(organizationQuery(organizationId));
  const { now } = useMe();
  useTitle(words.post);
  const [input, setInput] = useState(() => emptyEvent(now, timeZone, organization.city));
  const [draft, setDraft] = useState<EventView>();
  const [sent, setSent] = useState<EventInput>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: async (publish: boolean) => {
      setSent(input);
      const path = (event: EventView) => ({ organizationId, eventId: event.id });
      const kept =
        draft === undefined
          ? await api.events.create(organizationId, sendable(input))
          : await api.events.change(path(draft), { ...sendable(input), version: draft.version });
      setDraft(kept);
      return publish ? api.events.publish(path(kept)) : kept;
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['events', organizationId] });
      await navigate({ to: '/$slug/events/$eventId', params: { slug, eventId: id } });
    },
  });
  const faults = standingFaults(faultsByField(save.error), sent, input);
  useFocusOnFault(save.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate(true);
  };
  return (
    <div className={styles['page']}>
      <form className="stack" style={{ '--gap': '2rem' } as React.CSSProperties} onSubmit={submit} noValidate>
        <h1>{words.post}</h1>
        <EventForm input={input} change={setInput} faults={faults} />
        {save.isError && <Fault>{sentenceOf(save.error)}</Fault>}
        <div className={styles['actions']}>
          <Button type="submit" loading={save.isPending}>
            {words.publish}
          </Button>
          <Button
            variant="default"
            disabled={save.isPending}
            onClick={() => {
              save.mutate(false);
            }}
          >
            {words.saveDraft}
          </Button>
        </div>
      </form>
      <EventPreview input={input} />
    </div>
  );
}
