import vm from 'node:vm';
import type { CallGuard } from './call-guard';
import type { Project } from '../project/project';
import { ScriptRealm } from './script-realm';
import { ServiceError } from '../contract/service-error';
import type { Service } from '../services/base/service';

type ScriptFunction = (...args: unknown[]) => unknown;

/** What a script threw, in plain words, and the line of the project's source it was thrown at. */
export interface ScriptFailure {
  name: string;
  message: string;
  line?: number;
}

/** A change of the workbook was stopped in the middle: what is in memory cannot be trusted any more. */
export class Spoiled extends Error {
  override name = 'Spoiled';

  constructor() {
    super('A change took so long that it was stopped in the middle. Open the workbook again: it is as it was before.');
  }
}

/** Where and when an execution runs. */
export interface Circumstances {
  /** Milliseconds after which the script is stopped wherever it is. */
  lastMoment: number;
  /** It changes nothing, so it can be stopped anywhere. */
  readOnly: boolean;
  /** The time as the script sees it; undefined for the machine's. */
  now: (() => number) | undefined;
}

/** One run of a script: a fresh global scope with the project's files and Google's services. */
export class Execution {
  readonly log: string[] = [];
  failure: ScriptFailure | undefined;
  spoiled: Spoiled | undefined;
  private readonly realm: ScriptRealm;
  private loaded = false;

  constructor(
    private readonly project: Pick<Project, 'scripts' | 'scriptNames' | 'timeZone'>,
    private readonly guard: Pick<CallGuard, 'call' | 'end' | 'isKilled' | 'kill'>,
    services: (log: (text: string) => void) => Record<string, Service<unknown>>,
    private readonly circumstances: Circumstances,
  ) {
    this.realm = new ScriptRealm((kind, service, member) => guard.call(kind, service, member), circumstances.now);
    for (const [name, service] of Object.entries(services((text) => this.log.push(text)))) {
      this.realm.define(name, service);
    }
  }

  /** Calls one of the project's functions. The answer is a value of the script's realm. */
  call(functionName: string, args: unknown[], fromMenu = false): unknown {
    return this.toTheEnd(() => {
      const callee = this.find(functionName, fromMenu);
      if (!callee) throw new ServiceError(`Script function not found: ${functionName}`);
      return callee(...args.map((arg) => this.realm.toScript(arg)));
    });
  }

  /** Whether the project has a function of that name that may be called from outside. */
  has(functionName: string): boolean {
    return this.inScriptTimeZone(() => this.find(functionName) !== undefined);
  }

  /** Runs the body of a function in the project's scope. */
  evaluate(code: string): unknown {
    return this.toTheEnd(() => {
      this.load();
      const script = new vm.Script(`(() => {${code}\n})()`, { filename: 'evaluate.js' });
      return script.runInContext(this.realm.context) as unknown;
    });
  }

  /** Takes down what was thrown, whatever realm it came from, as the execution's failure. */
  fail(thrown: unknown): ScriptFailure {
    const { name, message, stack } = (typeof thrown === 'object' && thrown ? thrown : {}) as Partial<Error>;
    const line = this.lineOf(String(stack ?? ''));
    this.failure = {
      name: String(name ?? 'Error'),
      message: String(message ?? thrown),
      ...(line !== undefined && { line }),
    };
    return this.failure;
  }

  /** Lets the script run. Whatever a killed one still did, caught or answered, the kill is what came of it. */
  private toTheEnd(run: () => unknown): unknown {
    try {
      return this.inScriptTimeZone(() => {
        const answer = this.realm.runFor(this.circumstances.lastMoment, run);
        this.guard.end();
        return answer;
      });
    } catch (thrown) {
      if (this.realm.isInService && !this.circumstances.readOnly) throw (this.spoiled = new Spoiled());
      const { code } = (thrown ?? {}) as NodeJS.ErrnoException;
      if (this.guard.isKilled || code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw this.guard.kill();
      throw thrown;
    }
  }

  private load(): void {
    if (this.loaded) return;
    this.loaded = true;
    for (const script of this.project.scripts) script.runInContext(this.realm.context);
  }

  /** A function whose name ends in an underscore is private: only the project's own menus may call it. */
  private find(name: string, fromMenu = false): ScriptFunction | undefined {
    this.load();
    const isPrivate = name.endsWith('_') && !fromMenu;
    if (!/^[\p{L}$_][\p{L}\p{N}$_]*$/u.test(name) || isPrivate || this.realm.isBuiltIn(name)) return undefined;
    // What is declared with const or class is in the scope, but not on the global object.
    const value = vm.runInContext(`typeof ${name} === 'function' ? ${name} : undefined`, this.realm.context) as unknown;
    return value as ScriptFunction | undefined;
  }

  /** Local times of `Date` follow the process; a script's own time zone is its manifest's. */
  private inScriptTimeZone<T>(run: () => T): T {
    const before = process.env.TZ;
    process.env.TZ = this.project.timeZone;
    try {
      return run();
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  }

  private lineOf(stack: string): number | undefined {
    for (const [, file = '', line] of stack.matchAll(/(?:\(|at )([^()\s][^()\n]*?):(\d+):\d+\)?$/gm)) {
      if (this.project.scriptNames.includes(file)) return Number(line);
    }
    return undefined;
  }
}
