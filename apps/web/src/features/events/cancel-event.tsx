import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { api } from '../../lib/api.ts';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import type { EventView } from '../../lib/shapes.ts';
import { eventQuery } from './event-queries.ts';

/** Cancelling tells everybody who is coming, so it asks for the reason they will read. It cannot be undone. */
export function CancelEvent({
  event,
  opened,
  close,
}: {
  event: EventView;
  opened: boolean;
  close: () => void;
}) {
  const words = app.events.cancel;
  const path = useEventPath();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const cancel = useMutation({
    mutationFn: () => api.events.cancel(path, reason),
    onSuccess: (cancelled) => {
      queries.setQueryData(eventQuery(path).queryKey, cancelled);
      void queries.invalidateQueries({ queryKey: ['events', path.organizationId] });
      void queries.invalidateQueries({ queryKey: ['series', path.organizationId] });
      close();
    },
  });
  const fault = faultsByField(cancel.error)['reason'];
  useFocusOnFault(cancel.error);
  const submit = (form: SubmitEvent): void => {
    form.preventDefault();
    cancel.mutate();
  };
  const { confirmed, offered, waitlisted, pending } = event.counts;
  const told = confirmed + offered + waitlisted + pending;
  return (
    <Dialog opened={opened} close={close} title={words.title}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.text(told)}</p>
        {cancel.isError && fault === undefined && <Fault>{sentenceOf(cancel.error)}</Fault>}
        <Textarea
          label={words.reason}
          description={words.reasonHelp}
          name="reason"
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
          error={fault}
        />
        <div className="row">
          <Button type="submit" loading={cancel.isPending}>
            {words.button(told)}
          </Button>
          <Button variant="subtle" onClick={close}>
            {words.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
