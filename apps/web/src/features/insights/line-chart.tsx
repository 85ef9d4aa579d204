import { app } from '#libs/words';
import styles from './insights.module.css';

// To the left stands "100 %", in the large letters of a phone.
const [left, right, top, bottom] = [76, 628, 12, 168];

/** Shares from the oldest to the newest, 0 to 100 %; a gap where one is not shown. The table below says the same. */
export function LineChart({ label, shares }: { label: string; shares: readonly (number | null)[] }) {
  const x = (at: number): number =>
    shares.length === 1 ? (left + right) / 2 : left + (at / (shares.length - 1)) * (right - left);
  const y = (share: number): number => bottom - share * (bottom - top);
  const points = shares.map((share, at) => (share === null ? null : { x: x(at), y: y(share) }));
  return (
    <svg className={styles['chart']} viewBox="0 0 640 180" role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={styles['grid']} x1={left} x2={right} y1={y(share)} y2={y(share)} />
          <text className={styles['tick']} x={left - 8} y={y(share) + 4} textAnchor="end">
            {app.insights.percent(share)}
          </text>
        </g>
      ))}
      <path className={styles['line']} d={pathOf(points)} />
      {points.map(
        (point, at) =>
          point !== null && <circle key={at} className={styles['point']} cx={point.x} cy={point.y} r="4" />,
      )}
    </svg>
  );
}

function pathOf(points: readonly ({ x: number; y: number } | null)[]): string {
  return points
    .map((point, at) => {
      if (point === null) return '';
      const isStart = at === 0 || points[at - 1] === null;
      return `${isStart ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
    })
    .join(' ');
}
