import { encode } from 'uqr';

/** Light modules around the code; four is what the standard asks for. */
const border = 4;

/** Dark on white whatever the page's colours are, because cameras read that best. As large as its place. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={data.flatMap(runsOf).join('')} fill="#000" />
    </svg>
  );
}

/** Horizontal runs: one path instead of a square a module. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    runs.push(`M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`);
  }
  return runs;
}
