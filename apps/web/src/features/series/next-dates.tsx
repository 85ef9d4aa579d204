import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { seriesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { Fault } from '../../components/fault.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { momentOf } from '../../lib/times.ts';
import { Tick } from '../events/choices.tsx';
import type { RepeatDraft } from './repeat-draft.ts';
import { type PreviewDate, type SeriesRule, previewQuery } from './series-queries.ts';

interface Props {
  rule: SeriesRule | null;
  draft: RepeatDraft;
  change: (draft: RepeatDraft) => void;
  timeZone: string;
}

const noRule: SeriesRule = { pattern: 'weeks', interval: 1, weekdays: [], count: null, until: null };

/** The dates a rule makes, each to be left out, with what is odd about it. */
export function NextDates({ rule, draft, change, timeZone }: Props) {
  const words = seriesApp.repeat;
  const path = useEventPath();
  const preview = useQuery({
    ...previewQuery(path, rule ?? noRule),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
  });
  const dates = preview.data?.dates ?? [];
  return (
    <section className="stack" aria-labelledby="next-dates">
      <h3 id="next-dates">{words.dates}</h3>
      <p className="soft">{words.datesHelp}</p>
      {preview.isError && <Fault>{sentenceOf(preview.error)}</Fault>}
      {preview.isSuccess && dates.length === 0 && <p>{words.noDates}</p>}
      <div>
        {dates.map((date) => (
          <Tick
            key={date.day}
            label={momentOf(date.startsAt, timeZone)}
            help={noteOn(date)}
            checked={!draft.leaveOut.includes(date.day)}
            change={(checked) => {
              const others = draft.leaveOut.filter((day) => day !== date.day);
              change({ ...draft, leaveOut: checked ? others : [...others, date.day] });
            }}
          />
        ))}
      </div>
    </section>
  );
}

function noteOn({ note, other, startsLocal }: PreviewDate): string | undefined {
  const words = seriesApp.repeat;
  const notes = [
    ...(note === null
      ? []
      : [note === 'skipped-hour' ? words.notes[note](startsLocal.slice(11)) : words.notes[note]]),
    ...(other === null ? [] : [words.other(other)]),
  ];
  return notes.length === 0 ? undefined : notes.join(' ');
}
