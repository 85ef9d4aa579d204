import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { seriesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Fault } from '../../components/fault.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { Tick } from '../events/choices.tsx';
import { DateLines } from './date-lines.tsx';
import {
  type FollowingChanged,
  type SeriesOfEvent,
  type SeriesPart,
  type SeriesRef,
  changeFollowing,
} from './series-queries.ts';
import styles from './series.module.css';

interface Props {
  of: SeriesOfEvent;
  series: SeriesRef;
  opened: boolean;
  close: () => void;
}

/** Which parts of this date all following ones take, and which of them keep their own. */
export function FollowDialog({ of, series, opened, close }: Props) {
  const words = seriesApp.apply;
  const { organizationId, eventId } = useEventPath();
  const queries = useQueryClient();
  const [without, setWithout] = useState<ReadonlySet<SeriesPart>>(new Set());
  const [done, setDone] = useState<FollowingChanged | null>(null);
  const parts = of.differs.filter((part) => !without.has(part));
  const apply = useMutation({
    mutationFn: () =>
      changeFollowing({ organizationId, seriesId: series.id }, { eventId, parts, version: series.version }),
    onSuccess: (changed) => {
      setDone(changed);
      void queries.invalidateQueries({ queryKey: ['events', organizationId] });
      void queries.invalidateQueries({ queryKey: ['event', organizationId] });
    },
  });
  const finish = (): void => {
    close();
    setDone(null);
    void queries.invalidateQueries({ queryKey: ['series', organizationId] });
  };
  const submit = (form: SubmitEvent): void => {
    form.preventDefault();
    apply.mutate();
  };
  return (
    <Dialog opened={opened} close={finish} title={words.title}>
      {done === null ? (
        <form className="stack" onSubmit={submit}>
          <p>{words.text}</p>
          {apply.isError && <Fault>{sentenceOf(apply.error)}</Fault>}
          <fieldset className={styles['plain']}>
            <legend>{words.parts}</legend>
            {of.differs.map((part) => (
              <Tick
                key={part}
                label={seriesApp.parts[part]}
                checked={!without.has(part)}
                change={(checked) => {
                  setWithout(toggled(without, part, !checked));
                }}
              />
            ))}
          </fieldset>
          <Following of={of} parts={parts} />
          <div className="row">
            <Button type="submit" loading={apply.isPending} disabled={parts.length === 0}>
              {words.submit}
            </Button>
            <Button variant="subtle" onClick={finish}>
              {words.keep}
            </Button>
          </div>
        </form>
      ) : (
        <div className="stack" role="status">
          <p>{words.done(done.changed)}</p>
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

/** A date changes where at least one of the parts is not its own. */
function Following({ of, parts }: { of: SeriesOfEvent; parts: readonly SeriesPart[] }) {
  const words = seriesApp.apply;
  if (of.following.length === 0) return <p>{words.none}</p>;
  const own = of.following
    .map((date) => ({ ...date, differs: date.differs.filter((part) => parts.includes(part)) }))
    .filter(({ differs }) => differs.length > 0);
  const changes = of.following.filter(({ differs }) => parts.some((part) => !differs.includes(part)));
  return (
    <>
      <p>{words.changes(changes.length)}</p>
      {own.length > 0 && (
        <>
          <p>{words.kept}</p>
          <DateLines dates={own} label={words.kept} />
        </>
      )}
    </>
  );
}

function toggled<Item>(set: ReadonlySet<Item>, item: Item, isIn: boolean): ReadonlySet<Item> {
  const next = new Set(set);
  if (isIn) next.add(item);
  else next.delete(item);
  return next;
}
