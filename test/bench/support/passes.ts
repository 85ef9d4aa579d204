/** One way of doing it: measures one pass and answers with its figures by name. */
export type Pass = () => Promise<Record<string, number>>;

/**
 * Runs every contestant once, then again, so that a busy minute of the machine falls on all of them; the first round
 * warms up and is not counted. @returns the medians by name
 */
export async function interleaved(passes: Pass[], rounds = 5): Promise<Record<string, number>> {
  const seen = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const pass of passes) {
      for (const [name, figure] of Object.entries(await pass())) {
        if (round > 0) seen.set(name, [...(seen.get(name) ?? []), figure]);
      }
    }
  }
  return Object.fromEntries([...seen].map(([name, figures]) => [name, median(figures)]));
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 1 ? [middle, middle] : [middle - 1, middle];
  return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2;
}

export interface Figure {
  /** "P4 list, uncached". */
  what: string;
  /** What was measured, in its unit. */
  is: string;
  value: number;
  goal: number;
  /** Whether a value above or below the goal reaches it. */
  atLeast: boolean;
}

/** One line a figure. Returns whether it was reached. */
export function tell({ what, is, value, goal, atLeast }: Figure): boolean {
  const reached = atLeast ? value >= goal : value <= goal;
  const bound = `${atLeast ? 'at least' : 'at most'} ${round(goal)}`;
  say(`${what}: ${is}, ${round(value)}, goal ${bound}, ${reached ? 'reached' : 'not reached'}`);
  return reached;
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** "1,234/s". */
export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;

const round = (figure: number): string => String(Number(figure.toPrecision(3)));
