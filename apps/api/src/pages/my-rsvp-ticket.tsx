import { spokenCodeOf } from '#libs/database';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { encode } from 'uqr';

const sentences = words.pages.mine.ticket;

/** The ticket for the door: dark on white whatever the page's colours are, because cameras read that best. */
export function Ticket({ ticket, attendeeId }: { ticket: string; attendeeId: string }): ReactElement {
  return (
    <section>
      <h2>{sentences.title}</h2>
      <p>{sentences.lead}</p>
      <QrCode text={ticket} label={sentences.alt} />
      <p>
        {sentences.code} <strong>{spokenCodeOf(attendeeId)}</strong>
      </p>
    </section>
  );
}

/** Light modules around the code; four is what the standard asks for. */
const border = 4;

/** One path of horizontal runs: 2 KB for 111 characters instead of 30 KB of squares. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const { data, size } = encode(text, { ecc: 'M', border });
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      width="240"
      height="240"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={runs.join('')} fill="#000" />
    </svg>
  );
}

/** Where dark modules begin, and how many stand together. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else if (dark) runs.push([x, 1]);
  });
  return runs;
}
