import type { Mode } from '#libs/database';
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured lines on standard output: ids and codes, never bodies, tokens, names or addresses (rule 30). */
export const newLog = (mode: Mode): Log =>
  pino({ base: { app: 'worker' }, level: mode === 'test' ? 'error' : 'info' });
