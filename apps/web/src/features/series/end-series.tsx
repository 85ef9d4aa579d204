import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { seriesApp } from '#libs/words';
import { useMe } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { faultsByField, sentenceOf } from '../../lib/problem.ts';
import { useFocusOnFault } from '../../lib/use-focus-on-fault.ts';
import { DateLines } from './date-lines.tsx';
import { type SeriesEnded, type SeriesPath, endSeries } from './series-queries.ts';

interface Props {
  path: SeriesPath;
  version: number;
  opened: boolean;
  close: () => void;
}

/** From which day on there is none any more; what has guests stays and is listed. */
export function EndSeries({ path, version, opened, close }: Props) {
  const words = seriesApp.end;
  const queries = useQueryClient();
  const today = useMe().now.slice(0, 10);
  const [from, setFrom] = useState(today);
  const [done, setDone] = useState<SeriesEnded | null>(null);
  const end = useMutation({
    mutationFn: () => endSeries(path, { from, version }),
    onSuccess: (ended) => {
      setDone(ended);
      void queries.invalidateQueries({ queryKey: ['events', path.organizationId] });
      void queries.invalidateQueries({ queryKey: ['event', path.organizationId] });
    },
  });
  const fault = faultsByField(end.error)['from'];
  useFocusOnFault(end.error);
  const finish = (): void => {
    close();
    setDone(null);
    void queries.invalidateQueries({ queryKey: ['series', path.organizationId] });
  };
  const submit = (form: SubmitEvent): void => {
    form.preventDefault();
    end.mutate();
  };
  return (
    <Dialog opened={opened} close={finish} title={words.title}>
      {done === null ? (
        <form className="stack" onSubmit={submit} noValidate>
          <p>{words.text}</p>
          {end.isError && fault === undefined && <Fault>{sentenceOf(end.error)}</Fault>}
          <TextInput
            type="date"
            label={words.from}
            name="from"
            required
            data-autofocus
            value={from}
            onChange={({ currentTarget }) => {
              setFrom(currentTarget.value);
            }}
            error={fault}
          />
          <div className="row">
            <Button type="submit" loading={end.isPending}>
              {words.submit}
            </Button>
            <Button variant="subtle" onClick={finish}>
              {words.keep}
            </Button>
          </div>
        </form>
      ) : (
        <div className="stack" role="status">
          <p>{words.done(done.cancelled)}</p>
          {done.kept.length > 0 && (
            <>
              <p>{words.kept}</p>
              <DateLines dates={done.kept} label={words.kept} />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
