import { app, spokenLocale } from '#libs/words';
import type { Insights } from '../../lib/shapes.ts';
import { dayOf } from '../../lib/times.ts';
import styles from './insights.module.css';

const words = app.insights.chance;
const { columns } = app.insights;
const percent = (share: number): string => app.insights.percent(share);

type Chance = Insights['chance'];
type Trial = NonNullable<Chance['suggested']>;

/** Whether the matching has beaten chance yet, honestly: a sentence, the two shares with their intervals, the difference. */
export function AgainstChance({ chance, timeZone }: { chance: Chance; timeZone: string }) {
  const { verdict, suggested, wildcard, difference, from } = chance;
  return (
    <section
      className="stack"
      style={{ '--gap': '1rem' } as React.CSSProperties}
      aria-labelledby="insights-chance"
    >
      <h2 id="insights-chance">{app.insights.sections.chance}</h2>
      <p className={styles['verdict']}>
        {words.verdicts[verdict]} {from !== null && words.on(dayOf(from, timeZone))}
      </p>
      <p className="soft">{words.text}</p>
      {suggested !== null && wildcard !== null && difference !== null && (
        <>
          <Intervals suggested={suggested} wildcard={wildcard} />
          <table className={styles['table']}>
            <caption className="unseen">{app.insights.sections.chance}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.what}</th>
                <th scope="col">{app.insights.ratios.mutual}</th>
                <th scope="col">{words.likely}</th>
              </tr>
            </thead>
            <tbody>
              <TrialRow name={words.suggested} trial={suggested} />
              <TrialRow name={words.wildcard} trial={wildcard} />
              <tr>
                <th scope="row">{words.difference}</th>
                <td className={styles['count']}>{words.points(difference.value)}</td>
                <td className={styles['count']}>
                  {words.between(words.points(difference.low), words.points(difference.high))}
                </td>
              </tr>
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function TrialRow({ name, trial: { count, of, low, high } }: { name: string; trial: Trial }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles['count']}>
        {app.insights.numberOf(count.toLocaleString(spokenLocale()), of.toLocaleString(spokenLocale()))}
        <span className={styles['detail']}>{percent(count / of)}</span>
      </td>
      <td className={styles['count']}>{words.between(percent(low), percent(high))}</td>
    </tr>
  );
}

/** Two points on one line from 0 to 100 %, each with what it may as well be. */
function Intervals({ suggested, wildcard }: { suggested: Trial; wildcard: Trial }) {
  const rows = [
    { name: words.suggested, y: 22, ...suggested },
    { name: words.wildcard, y: 62, ...wildcard },
  ];
  const label = words.chart(percent(suggested.count / suggested.of), percent(wildcard.count / wildcard.of));
  return (
    <svg className={styles['chart']} viewBox="0 0 640 104" role="img" aria-label={label}>
      {[0, 25, 50, 75, 100].map((at) => (
        <g key={at}>
          <line className={styles['grid']} x1={xOf(at / 100)} x2={xOf(at / 100)} y1="4" y2="80" />
          <text className={styles['tick']} x={xOf(at / 100)} y="99" textAnchor="middle">
            {percent(at / 100)}
          </text>
        </g>
      ))}
      {rows.map(({ name, y, low, high, count, of }, at) => (
        <g key={name} className={at === 0 ? styles['first'] : styles['second']}>
          <text className={styles['name']} x="0" y={y + 5}>
            {name}
          </text>
          <line className={styles['whisker']} x1={xOf(low)} x2={xOf(high)} y1={y} y2={y} />
          <line className={styles['whisker']} x1={xOf(low)} x2={xOf(low)} y1={y - 6} y2={y + 6} />
          <line className={styles['whisker']} x1={xOf(high)} x2={xOf(high)} y1={y - 6} y2={y + 6} />
          <Point at={at} x={xOf(count / of)} y={y} />
        </g>
      ))}
    </svg>
  );
}

const xOf = (share: number): number => 185 + share * 405;

/** Full for suggestions, hollow for chance: colour alone carries nothing. */
function Point({ at, x, y }: { at: number; x: number; y: number }) {
  return <circle className={at === 0 ? styles['point'] : styles['hollow']} cx={x} cy={y} r="6" />;
}
