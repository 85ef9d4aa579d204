import { app, spokenLocale } from '#libs/words';
import type { ReactNode } from 'react';
import type { Insights } from '../../lib/shapes.ts';
import { shortDayOf } from '../../lib/times.ts';
import { Bar } from './bar.tsx';
import { type Ratio, shareOf } from './ratios.ts';
import styles from './insights.module.css';

const words = app.insights;

export interface RatioRow {
  key: string;
  name: ReactNode;
  detail: string;
  ratio: Insights[Ratio];
  /** What stands where nothing may be told. */
  hidden: string;
}

interface RatioTableGiven {
  label: string;
  rows: readonly RatioRow[];
  /** The organization's. */
  timeZone: string;
}

/** Ratios in rows: what, how many of how many, and the share as a number and as a bar. */
export function RatioTable({ label, rows, timeZone }: RatioTableGiven) {
  return (
    <table className={styles['table']}>
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.number}</th>
          <th scope="col">{words.columns.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, detail, ratio, hidden }) => {
          const share = shareOf(ratio);
          return (
            <tr key={key}>
              <th scope="row">
                {name}
                <span className={styles['detail']}>{detail}</span>
              </th>
              <td className={styles['count']}>
                <Counted ratio={ratio} hidden={hidden} timeZone={timeZone} />
              </td>
              <td className={styles['count']}>
                {share !== null && (
                  <>
                    {words.percent(share)}
                    {share > 0 && <Bar share={share} />}
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type CountedGiven = Pick<RatioRow, 'ratio' | 'hidden'> & { timeZone: string };

function Counted({ ratio: { count, of, nothing }, hidden, timeZone }: CountedGiven) {
  if (nothing !== null)
    return (
      <>
        {nothing.isFinal ? words.nothing.final : words.nothing.yet}
        {nothing.from !== null && (
          <span className={styles['detail']}>{words.from(shortDayOf(nothing.from, timeZone))}</span>
        )}
      </>
    );
  if (of === null) return hidden;
  const all = of.toLocaleString(spokenLocale());
  if (count !== null) return words.numberOf(count.toLocaleString(spokenLocale()), all);
  return (
    <>
      {words.hidden}
      <span className={styles['detail']}>{words.of(all)}</span>
    </>
  );
}

/** The ratios of one evening, or of all together. */
export function rowsOf(insights: Insights, which: readonly Ratio[], hidden: string): RatioRow[] {
  return which.map((ratio) => ({
    key: ratio,
    name: words.ratios[ratio],
    detail: words.meaning[ratio],
    ratio: insights[ratio],
    hidden,
  }));
}
