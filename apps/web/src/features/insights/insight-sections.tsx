import { app } from '#libs/words';
import { Figures } from '../../components/figures.tsx';
import type { Insights } from '../../lib/shapes.ts';
import { dayOf, placeOfZone } from '../../lib/times.ts';
import { AgainstChance } from './against-chance.tsx';
import { RatioTable, rowsOf } from './ratio-table.tsx';
import { type Ratio, asked, inTheRoom, monthsAfter } from './ratios.ts';
import styles from './insights.module.css';

const words = app.insights;
const sections = [
  { key: 'room', which: inTheRoom },
  { key: 'introductions', which: asked },
  { key: 'months', which: monthsAfter },
] as const;

interface Given {
  insights: Insights;
  hidden: string;
  /** The midnight up to which answers count, and the zone of it. */
  asOf: string;
  timeZone: string;
}

/** Everything there is to tell, from the room to the work. */
export function InsightSections({ insights, hidden, asOf, timeZone }: Given) {
  const figures = [
    { value: insights.rsvps, unit: words.rsvps },
    { value: insights.load, unit: words.load },
  ].flatMap(({ value, unit }) => (value === null ? [] : [{ value, unit }]));
  return (
    <>
      {figures.length > 0 && <Figures figures={figures} />}
      {sections.map(({ key, which }) => (
        <section
          key={key}
          className="stack"
          style={{ '--gap': '1rem' } as React.CSSProperties}
          aria-labelledby={`insights-${key}`}
        >
          <h2 id={`insights-${key}`}>{words.sections[key]}</h2>
          {which.every((ratio) => insights[ratio].nothing !== null) ? (
            <Nothing
              kind={key}
              nothings={which.map((ratio) => insights[ratio].nothing)}
              timeZone={timeZone}
            />
          ) : (
            <>
              <Counted kind={key} asOf={asOf} timeZone={timeZone} />
              <RatioTable
                label={words.sections[key]}
                rows={rowsOf(insights, which, hidden)}
                timeZone={timeZone}
              />
            </>
          )}
        </section>
      ))}
      <AgainstChance chance={insights.chance} timeZone={timeZone} />
      <p className={styles['note']}>{words.small}</p>
    </>
  );
}

type Kind = (typeof sections)[number]['key'];

/** As of when the numbers below count. */
function Counted({ kind, asOf, timeZone }: { kind: Kind; asOf: string; timeZone: string }) {
  // The last moment of the day before that midnight.
  const lastDay = dayOf(new Date(Date.parse(asOf) - 1).toISOString(), timeZone);
  const say = kind === 'room' ? words.counted.room : words.counted.midnight;
  return <p className={styles['note']}>{say(lastDay, placeOfZone(timeZone))}</p>;
}

interface NothingGiven {
  kind: Kind;
  nothings: readonly Insights[Ratio]['nothing'][];
  timeZone: string;
}

/** What will stand here, and from when, where nothing is over yet. */
function Nothing({ kind, nothings, timeZone }: NothingGiven) {
  if (nothings.every((nothing) => nothing?.isFinal)) return <p>{words.first.none[kind]}</p>;
  const [from] = nothings.flatMap((nothing) => nothing?.from ?? []).sort();
  return (
    <p>
      {words.first[kind]} {from !== undefined && words.first.on(dayOf(from, timeZone))}
    </p>
  );
}
