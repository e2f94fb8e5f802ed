import { format } from 'node:util';
import type { Environment } from '../base/environment';
import { type CallTable, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'log'>;

type Logger = GoogleAppsScript.Base.Logger;
type Console = typeof console;

const loggerCalls = { clear: 'handle', getLog: 'handle', log: 'handle' } as const satisfies CallTable<Logger>;
const loggerDefinition: ServiceDefinition = { name: 'Logger', calls: loggerCalls };

export class LoggerService extends Service<Logger> implements Pick<Logger, keyof typeof loggerCalls> {
  readonly definition = loggerDefinition;
  private lines: string[] = [];

  constructor(private readonly environment: Needs) {
    super();
  }

  log(...data: unknown[]): Logger {
    const text = format(...data);
    this.lines.push(text);
    this.environment.log(text);
    return this.api;
  }

  getLog(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.lines = [];
  }
}

const consoleCalls = {
  error: 'handle',
  info: 'handle',
  log: 'handle',
  time: 'handle',
  timeEnd: 'handle',
  warn: 'handle',
} as const satisfies CallTable<Console>;

const consoleDefinition: ServiceDefinition = { name: 'console', calls: consoleCalls };

export class ConsoleService extends Service<Console> implements Pick<Console, keyof typeof consoleCalls> {
  readonly definition = consoleDefinition;
  private readonly started = new Map<string, number>();

  constructor(private readonly environment: Needs) {
    super();
  }

  log(...data: unknown[]): void {
    this.environment.log(format(...data));
  }

  info(...data: unknown[]): void {
    this.log(...data);
  }

  warn(...data: unknown[]): void {
    this.log(...data);
  }

  error(...data: unknown[]): void {
    this.log(...data);
  }

  time(label: string): void {
    this.started.set(label, performance.now());
  }

  timeEnd(label: string): void {
    const start = this.started.get(label);
    if (start !== undefined) this.log(`${label}: ${(performance.now() - start).toFixed(0)}ms`);
  }
}
