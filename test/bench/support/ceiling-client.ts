import pg from 'pg';
import { type CeilingResult, type CeilingRun, optionsOf } from './ceiling.ts';

// Stands in for pgbench where it is not installed. It reads of its scripts what ours use, and keeps the connections
// busy with named statements; its own work on the same cores makes the ceiling lower than pgbench's.

interface Variable {
  name: string;
  from: number;
  to: number;
}

interface Statement {
  name: string;
  text: string;
  variables: string[];
}

process.once('message', (run: CeilingRun) => {
  measure(run).then(
    (result) => process.send?.(result, undefined, {}, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

async function measure(run: CeilingRun): Promise<CeilingResult> {
  const { variables, statements } = read(run.script);
  const options = optionsOf(run.settings ?? {});
  const clients = Array.from(
    { length: run.clients },
    () => new pg.Client({ connectionString: run.databaseUrl, options }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const began = performance.now();
  const end = run.seconds === undefined ? Infinity : began + run.seconds * 1000;
  let transactions = 0;
  const keepBusy = async (client: pg.Client): Promise<void> => {
    const most = run.transactionsPerClient ?? Infinity;
    for (let count = 0; count < most && performance.now() < end; count += 1) {
      const values = new Map(variables.map(({ name, from, to }) => [name, randomBetween(from, to)]));
      for (const { name, text, variables: used } of statements) {
        await client.query({ name, text, values: used.map((variable) => values.get(variable)) });
      }
      transactions += 1;
    }
  };
  await Promise.all(clients.map(keepBusy));
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return { perSecond: transactions / seconds, transactions };
}

function read(script: string): { variables: Variable[]; statements: Statement[] } {
  const setting = /^\\set (\w+) random\((\d+), (\d+)\)$/gm;
  const variables = [...script.matchAll(setting)].map(([, name = '', from, to]) => ({
    name,
    from: Number(from),
    to: Number(to),
  }));
  const texts = script.replace(/^\\.*$/gm, '').split(/;\s*$/m);
  const statements = texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, index) => numbered(`s${index}`, text));
  return { variables, statements };
}

/** `:name` becomes `$n`; `::type` is left alone. */
function numbered(name: string, text: string): Statement {
  const variables: string[] = [];
  const sql = text.replace(/(?<!:):([a-z_]\w*)/g, (_, variable: string) => {
    if (!variables.includes(variable)) variables.push(variable);
    return `$${variables.indexOf(variable) + 1}`;
  });
  return { name, text: sql, variables };
}

const randomBetween = (from: number, to: number): number =>
  from + Math.floor(Math.random() * (to - from + 1));
