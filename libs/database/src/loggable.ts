/** What a log line may keep of an error (rule 30). */
export interface Loggable {
  name: string;
  code?: string;
  constraint?: string;
  /** Where it happened, without the message: a database's message and parameters hold names and addresses. */
  at: string[];
}

/** Reduces any thrown thing to its kind, its codes and its place in the code. */
export function loggable(error: unknown): Loggable {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, constraint } = ((error as { driverError?: unknown }).driverError ?? error) as Record<
    string,
    unknown
  >;
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
  };
}
