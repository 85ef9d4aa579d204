import loadHighs from 'highs';
import { bonusOf, openRows, type Peer } from './peer.ts';

/** Nobody waits longer for suggestions. */
const patience = 120;

/** HiGHS as npm has it: one whole number a pair, one row a person, and with everyone first one number more a person. */
export const highs: Peer = async (room, first) => {
  const rows = openRows(room);
  const bonus = bonusOf(room, first);
  const pairs = rows.length / 3;
  const terms: string[][] = Array.from(room.caps, () => []);
  const worths: string[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    terms[rows[3 * pair]!]!.push(`x${pair}`);
    terms[rows[3 * pair + 1]!]!.push(`x${pair}`);
    worths.push(`${rows[3 * pair + 2]!} x${pair}`);
  }
  const names = worths.map((_, pair) => `x${pair}`);
  const rules = terms.flatMap((own, person) =>
    own.length > 0 ? [`${own.join(' + ')} <= ${room.caps[person]!}`] : [],
  );
  if (bonus > 0) {
    terms.forEach((own, person) => {
      worths.push(`${bonus} c${person}`);
      names.push(`c${person}`);
      rules.push(own.length > 0 ? `${own.join(' + ')} - c${person} >= 0` : `c${person} = 0`);
    });
  }
  const problem = `Maximize\n ${worths.join('\n + ')}\nSubject To\n ${rules.join('\n ')}\nBinary\n ${names.join('\n ')}\nEnd`;
  // Its types describe the CommonJS file, where the loader is a property.
  const load = loadHighs as unknown as typeof loadHighs.default;
  const solver = await load();
  const before = process.cpuUsage();
  const { Status, Columns } = solver.solve(problem, {
    output_flag: false,
    mip_rel_gap: 0,
    time_limit: patience,
  });
  const { user, system } = process.cpuUsage(before);
  if (Status !== 'Optimal') return undefined;
  const took = (pair: number) => Math.round((Columns[`x${pair}`] as { Primal: number }).Primal);
  const covered = new Set<number>();
  let total = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (took(pair) === 0) continue;
    total += rows[3 * pair + 2]!;
    covered.add(rows[3 * pair]!).add(rows[3 * pair + 1]!);
  }
  return { total, leftOut: room.caps.length - covered.size, milliseconds: (user + system) / 1000 };
};
