import { type ChildProcess, spawn } from 'node:child_process';

type Environment = Record<string, string | undefined>;

/** The api and the worker get 10 s to finish what they do (rule 27), then they are ended. */
const patience = 12_000;

/** The children of npm start. They end with it: each watches its channel to the parent, even when that was killed. */
export class Processes {
  private readonly running = new Set<ChildProcess>();
  /** Where the structured lines of those that stay go: a file's descriptor, or our own standard output. */
  log: number | 'inherit' = 'inherit';

  /** Runs a command to its end. @throws Error when it fails; its own words are on the terminal already */
  async run(name: string, args: string[], environment: Environment = process.env): Promise<void> {
    const code = await exitOf(this.spawn(args, environment, 'inherit'));
    if (code !== 0) throw new Error(`${name} failed.`);
  }

  /** Runs a command that should stay. The promise says its name once it has ended. */
  async keep(name: string, args: string[], environment: Environment): Promise<string> {
    await exitOf(this.spawn(args, environment, this.log));
    return name;
  }

  /** Waits until an address answers with success. Asks every 100 ms: a start takes about a second. */
  async answers(url: string): Promise<void> {
    for (;;) {
      const response = await fetch(url).catch(() => undefined);
      if (response?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    const children = [...this.running];
    for (const child of children) child.kill('SIGTERM');
    const timer = setTimeout(() => {
      for (const child of children) child.kill('SIGKILL');
    }, patience);
    await Promise.all(children.map(exitOf));
    clearTimeout(timer);
  }

  private spawn(args: string[], environment: Environment, output: number | 'inherit'): ChildProcess {
    // Detached: a Ctrl-C at the terminal reaches us alone, and we stop everybody in order.
    const child = spawn(process.execPath, args, {
      env: environment,
      stdio: ['ignore', output, 'inherit', 'ipc'],
      detached: true,
    });
    this.running.add(child);
    child.once('exit', () => this.running.delete(child));
    return child;
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}
