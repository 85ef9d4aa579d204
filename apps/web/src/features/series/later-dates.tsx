import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { seriesApp } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { momentOf } from '../../lib/times.ts';
import { type SeriesLaterDate, type SeriesPath, leaveOut, seriesQuery } from './series-queries.ts';
import styles from './series.module.css';

interface Props {
  path: SeriesPath;
  dates: readonly SeriesLaterDate[];
  timeZone: string;
}

/** Days that are no events yet: each can be left out, and put back. */
export function LaterDates({ path, dates, timeZone }: Props) {
  const words = seriesApp.page;
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: ({ day, leftOut }: SeriesLaterDate) => leaveOut(path, { day, leftOut: !leftOut }),
    onSuccess: (series) => {
      queries.setQueryData(seriesQuery(path).queryKey, series);
    },
  });
  if (dates.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="series-later">
      <h2 id="series-later">{words.later}</h2>
      <p className="soft">{words.laterText}</p>
      {choose.isError && <Fault>{sentenceOf(choose.error)}</Fault>}
      <ul aria-label={words.later} className={styles['lines']}>
        {dates.map((date) => {
          const when = momentOf(date.startsAt, timeZone);
          return (
            <li key={date.day} className={styles['line']}>
              <time dateTime={date.startsAt}>{when}</time>
              {date.leftOut && <span className="small">{words.leftOut}</span>}
              <Button
                variant="subtle"
                loading={choose.isPending && choose.variables.day === date.day}
                aria-label={date.leftOut ? words.putBackNamed(when) : words.leaveOutNamed(when)}
                onClick={() => {
                  choose.mutate(date);
                }}
              >
                {date.leftOut ? words.putBack : words.leaveOut}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
