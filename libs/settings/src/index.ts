/** Reads one setting: its value, or a complaint in plain words. */
export type Setting<Value> = (text: string | undefined) => { value: Value } | { fault: string };

/** Names every fault of a configuration, in one message for a terminal. */
export class SettingsError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

/**
 * All settings of an app at once.
 * @throws SettingsError naming every fault, not only the first
 */
export function readSettings<Values extends Record<string, unknown>>(
  environment: Record<string, string | undefined>,
  settings: { [Name in keyof Values]: Setting<Values[Name]> },
): Values {
  const values: Partial<Values> = {};
  const faults: string[] = [];
  for (const name of Object.keys(settings) as (keyof Values & string)[]) {
    const text = environment[name]?.trim();
    const result = settings[name](text === '' ? undefined : text);
    if ('fault' in result) faults.push(`${name} ${result.fault}`);
    else values[name] = result.value;
  }
  if (faults.length > 0) throw new SettingsError(faults);
  return values as Values;
}

const missing = { fault: 'is missing' };

export function url(...protocols: string[]): Setting<string> {
  return (text) => {
    if (text === undefined) return missing;
    if (!URL.canParse(text)) return { fault: 'is not a URL' };
    const { protocol } = new URL(text);
    if (!protocols.includes(protocol.slice(0, -1)))
      return { fault: `must start with ${protocols.join(':// or ')}://` };
    return { value: text.replace(/\/$/, '') };
  };
}

export function wholeNumber(from: number, to: number): Setting<number> {
  return (text) => {
    if (text === undefined) return missing;
    const value = Number(text);
    if (!Number.isInteger(value) || value < from || value > to)
      return { fault: `must be a whole number from ${from} to ${to}` };
    return { value };
  };
}

export function oneOf<const Choice extends string>(...choices: Choice[]): Setting<Choice> {
  return (text) => {
    if (text === undefined) return missing;
    const value = choices.find((choice) => choice === text);
    return value === undefined ? { fault: `must be one of ${choices.join(', ')}` } : { value };
  };
}

/** A setting with a form of its own; the parser's error is the complaint. */
export function parsed<Value>(parse: (text: string) => Value): Setting<Value> {
  return (text) => {
    if (text === undefined) return missing;
    try {
      return { value: parse(text) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : 'is not usable' };
    }
  };
}

export function withDefault<Value, Default extends Value | null>(
  setting: Setting<Value>,
  fallback: Default,
): Setting<Value | Default> {
  return (text) => (text === undefined ? { value: fallback } : setting(text));
}
