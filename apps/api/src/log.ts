import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** Nest lists every module and route at its start: a hundred lines before the first that somebody wants to read. */
const chatter = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Structured lines on standard output: allow-listed fields, never bodies, cookies, tokens or addresses (rule 30). */
export class JsonLog implements LoggerService {
  private readonly pino;

  constructor(app: string, mode: string) {
    this.pino = pino({
      base: { app },
      level: mode === 'test' ? 'error' : 'info',
      redact: ['req.headers', '*.email', '*.token'],
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(rest.some((part) => chatter.has(part)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const context = rest.findLast((part) => typeof part === 'string');
    if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...message });
    else this.pino[level]({ context }, String(message));
  }
}
