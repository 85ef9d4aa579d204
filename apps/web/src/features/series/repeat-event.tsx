import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { seriesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { useEvent } from '../events/event-queries.ts';
import { NextDates } from './next-dates.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import { type RepeatDraft, firstDraft, ruleOf } from './repeat-draft.ts';
import { repeat, seriesOfEventQuery } from './series-queries.ts';
import styles from './series.module.css';

/** From one evening to many: how often, until when, and the dates that makes. */
export function RepeatEvent() {
  const words = seriesApp.repeat;
  const path = useEventPath();
  const event = useEvent();
  const { patterns } = useSuspenseQuery(seriesOfEventQuery(path)).data;
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const firstDay = event.startsLocal.slice(0, 10);
  const [draft, setDraft] = useState<RepeatDraft>(() => firstDraft(firstDay, event.state === 'published'));
  const rule = ruleOf(draft);
  const make = useMutation({
    mutationFn: () => {
      if (rule === null) throw new Error('The form is not filled in.');
      const { announces, leaveOut } = draft;
      return repeat(path, { ...rule, announces, leaveOut: [...leaveOut] });
    },
    onSuccess: async ({ id: seriesId }) => {
      void queries.invalidateQueries({ queryKey: ['events', path.organizationId] });
      void queries.invalidateQueries({ queryKey: ['series', path.organizationId] });
      await navigate({ to: '/$slug/series/$seriesId', params: { slug, seriesId } });
    },
  });
  const faults = faultsByField(make.error);
  useFocusOnFault(make.error);
  const submit = (form: SubmitEvent): void => {
    form.preventDefault();
    make.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{words.title}</h2>
      {make.isError && Object.keys(faults).length === 0 && <Fault>{sentenceOf(make.error)}</Fault>}
      <div className={styles['form']}>
        <RepeatFields
          firstDay={firstDay}
          patterns={patterns}
          draft={draft}
          change={setDraft}
          faults={faults}
        />
        <NextDates rule={rule} draft={draft} change={setDraft} timeZone={event.timeZone} />
      </div>
      <div className="row">
        <Button type="submit" loading={make.isPending} disabled={rule === null}>
          {words.submit}
        </Button>
        <Link to="/$slug/events/$eventId" params={{ slug, eventId }}>
          {words.keep}
        </Link>
      </div>
    </form>
  );
}
