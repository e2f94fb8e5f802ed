import vm from 'node:vm';
import { isProxy } from 'node:util/types';
import { type CallKind, ServiceError } from '../contract/service-error';
import { Service } from '../services/base/service';
import { TEMPLATE_OBJECT, compileTemplate } from '../html/template-realm';

/** How the bridge tells the execution what a script calls. */
export type CallGuard = (kind: CallKind, service: string, member: string) => void;

/** A plain value that a service hands to a script; instances of services become objects of the script's realm. */
export type ServiceValue = unknown;

/** What Apps Script lacks although V8 puts it into every realm. */
const ABSENT = ['WebAssembly', 'Intl', 'SharedArrayBuffer', 'Atomics', 'console'];

interface Failure {
  failed: true;
  name: string;
  message: string;
}

type Answer = { failed: false; value: unknown } | Failure;

interface RealmHelpers {
  Array: ArrayConstructor;
  Date: DateConstructor;
  Object: ObjectConstructor;
  method(name: string, invoke: (args: unknown[]) => Answer): (...args: unknown[]) => unknown;
  object(member: (key: string) => Answer): object;
  template(member: (key: string) => Answer, compile: (variables: string[]) => Answer): object;
  /** Makes `Date` tell another time than the machine's. */
  setClock(now: () => number): void;
}

/**
 * Runs inside the script's realm, before any code of the project. What scripts get hold of is made here: functions and
 * errors of their own realm, with no way back into the host's.
 */
const prelude = new vm.Script(
  `(() => {
    'use strict';
    const { Array, Date, Error, Object, Proxy, Reflect, String } = globalThis;
    const unwrap = (answer) => {
      if (!answer.failed) return answer.value;
      const error = new Error(answer.message);
      Object.defineProperty(error, 'name', { value: answer.name, configurable: true, writable: true });
      throw error;
    };
    const templateObject = ${TEMPLATE_OBJECT};
    return {
      Array, Date, Object,
      method: (name, invoke) => ({ [name]: (...args) => unwrap(invoke(args)) })[name],
      object: (member) => new Proxy({}, {
        get: (target, key) => (typeof key === 'symbol' ? target[key] : unwrap(member(key))),
        set: () => false,
        defineProperty: () => false,
        setPrototypeOf: () => false,
      }),
      template: (member, compile) => templateObject(member, compile, unwrap),
      setClock: (now) => {
        globalThis.Date = Date.prototype.constructor = new Proxy(Date, {
          apply: () => new Date(now()).toString(),
          construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
          get: (target, key) => (key === 'now' ? () => now() : target[key]),
        });
      },
    };
  })()`,
  { filename: 'local-host-prelude.js' },
);

/** Code must be started by a script for a time limit to hold: the job waits on the global object only until it starts. */
const starter = new vm.Script(
  `(() => { 'use strict'; const job = globalThis.startedJob; delete globalThis.startedJob; return job(); })()`,
  { filename: 'local-host-starter.js' },
);

/** Members that the language itself asks objects for: they must not throw. */
const LANGUAGE_MEMBERS = new Set([
  'constructor',
  'valueOf',
  'toJSON',
  'then',
  'hasOwnProperty',
  'isPrototypeOf',
  '$$typeof',
]);

/** A fresh global scope for one execution, and the way for values to cross into it. */
export class ScriptRealm {
  readonly context: vm.Context;
  private readonly helpers: RealmHelpers;
  private readonly wrapped = new Map<object, object>();
  private readonly services = new Set<string>();
  private readonly originals = new WeakMap<object, Service<unknown>>();
  private inService = false;

  /** @param now the time that `Date` tells; undefined for the machine's */
  constructor(
    private readonly guard: CallGuard,
    now?: () => number,
  ) {
    this.context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext(ABSENT.map((name) => `delete globalThis.${name};`).join(''), this.context);
    this.helpers = prelude.runInContext(this.context) as RealmHelpers;
    if (now) this.helpers.setClock(now);
  }

  /** Whether a service was at work when the script was stopped. */
  get isInService(): boolean {
    return this.inService;
  }

  /** Runs a job that may run code of the realm. @throws ERR_SCRIPT_EXECUTION_TIMEOUT when it takes longer */
  runFor<T>(milliseconds: number, job: () => T): T {
    Object.defineProperty(this.context, 'startedJob', { value: job, configurable: true });
    return starter.runInContext(this.context, { timeout: milliseconds }) as T;
  }

  /** Whether a name was there before the project: of the language, or one of the services. */
  isBuiltIn(name: string): boolean {
    return this.services.has(name) || languageNames().has(name);
  }

  define(name: string, value: ServiceValue): void {
    this.services.add(name);
    Object.defineProperty(this.context, name, {
      value: this.toScript(value),
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }

  /** A value of the host as one of the script's realm: services, arrays, dates, plain objects and primitives. */
  toScript(value: ServiceValue): unknown {
    if (typeof value === 'function') throw new Error('A function cannot cross into a script.');
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Service) return this.wrap(value);
    if (Array.isArray(value)) return this.array(value);
    if (value instanceof Date) return new this.helpers.Date(value.getTime());
    const object = new this.helpers.Object() as Record<string, unknown>;
    for (const [key, member] of Object.entries(value)) object[key] = this.toScript(member);
    return object;
  }

  /** The service behind an object of the script, at any depth of arrays; everything else as it is. */
  fromScript(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const original = this.originals.get(value);
    if (original) return original;
    if (!Array.isArray(value) || isProxy(value)) return value;
    return value.map((member: unknown) => this.fromScript(member));
  }

  private array(values: readonly unknown[]): unknown[] {
    const copy = new this.helpers.Array(values.length);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      copy[i] = typeof value === 'object' && value !== null ? this.toScript(value) : value;
    }
    return copy;
  }

  private wrap(service: Service<unknown>): object {
    let object = this.wrapped.get(service);
    if (!object) {
      const members = new Map<string, Answer>();
      const member = (key: string): Answer => {
        let answer = members.get(key);
        if (!answer) members.set(key, (answer = this.member(service, key)));
        return answer;
      };
      const { template } = service.definition;
      object = template
        ? this.helpers.template(member, (variables) =>
            answerOf(() => compileTemplate(template, variables, this.context)),
          )
        : this.helpers.object(member);
      this.wrapped.set(service, object);
      this.originals.set(object, service);
    }
    return object;
  }

  private member(service: Service<unknown>, key: string): Answer {
    const { name, calls, constants } = service.definition;
    const kind = Object.hasOwn(calls, key) ? calls[key] : undefined;
    const holder = service as unknown as Record<string, unknown>;
    if (kind) {
      const method = this.helpers.method(key, (args) =>
        this.attempt(() => {
          this.guard(kind, name, key);
          const given = args.map((arg) => this.fromScript(arg));
          if (kind === 'write') service.beforeWrite?.(key, given);
          return (holder[key] as (...args: unknown[]) => unknown).apply(service, given);
        }),
      );
      return { failed: false, value: method };
    }
    if (constants?.includes(key)) return { failed: false, value: this.toScript(holder[key]) };
    if (key === 'toString')
      return { failed: false, value: this.helpers.method(key, () => ({ failed: false, value: name })) };
    if (LANGUAGE_MEMBERS.has(key)) return { failed: false, value: undefined };
    return { failed: true, name: 'Error', message: `${name}.${key} is not part of this local spreadsheet.` };
  }

  private attempt(call: () => unknown): Answer {
    this.inService = true;
    try {
      return answerOf(() => this.toScript(call()));
    } finally {
      // Where a script is stopped, nothing runs any more: not even this.
      this.inService = false;
    }
  }
}

/** A script gets an error of its own realm, with no way from there into the host's. */
function answerOf(call: () => unknown): Answer {
  try {
    return { failed: false, value: call() };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return {
      failed: true,
      name: error instanceof ServiceError ? name : 'Error',
      message,
    };
  }
}

let knownNames: Set<string> | undefined;

/** What the global object of every realm has, inherited members included. */
function languageNames(): Set<string> {
  if (knownNames) return knownNames;
  const names = new Set<string>();
  const object = `(() => { const names = []; for (let o = globalThis; o; o = Object.getPrototypeOf(o)) names.push(...Object.getOwnPropertyNames(o)); return names; })()`;
  for (const name of vm.runInNewContext(object) as string[]) names.add(name);
  return (knownNames = names);
}
