import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import { cachedBundle } from '../bundle-cache';
import type { CallGuard } from '../call-guard';
import type { Project } from '../project';
import { NoAnswer } from '../questions';
import { Pending } from '../services/pending';
import { Service, ServiceError } from '../services/service';
import { type FromThread, type ThreadStart, type ToThread, type WireService, fromWire, toWire } from './wire';

type Call = Extract<FromThread, { type: 'call' }>;
type End = Omit<Extract<FromThread, { type: 'end' }>, 'type'>;

const rooms = join(dirname(fileURLToPath(import.meta.url)), '..');

let bundled: Promise<string> | undefined;

function threadScript(): Promise<string> {
  bundled ??= cachedBundle('thread', rooms, {
    entryPoints: [join(rooms, 'thread', 'main.ts')],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  }).then((out) => readFileSync(join(out, 'main.js'), 'utf8'));
  return bundled;
}

/**
 * An execution on a thread of its own. Its services are here, in the host: the thread waits for each call, and the host
 * meanwhile does what others ask of it, also while a person is asked.
 */
export class ScriptThread {
  private readonly services: Service<unknown>[] = [];
  private readonly numbers = new Map<object, number>();
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly channel = new MessageChannel();
  private worker: Worker | undefined;
  private finish: (end: End) => void = () => undefined;

  /** @param guard stands before every call */
  constructor(
    private readonly project: Project,
    private readonly guard: CallGuard,
    private readonly globals: Record<string, Service<unknown>>,
  ) {}

  /** Calls a function of the project; what it throws, or that it was killed, is in the answer. */
  async run(functionName: string, args: unknown[], times: Pick<ThreadStart, 'lastMoment' | 'ahead'>): Promise<End> {
    const start: ThreadStart = {
      scripts: this.project.sources,
      timeZone: this.project.timeZone,
      services: this.wired(this.globals) as Record<string, unknown>,
      functionName,
      args,
      ...times,
    };
    const script = await threadScript();
    const end = await new Promise<End>((resolve) => {
      this.finish = resolve;
      if (this.guard.isKilled) return this.kill();
      this.start(script, start);
    });
    this.channel.port1.close();
    void this.worker?.terminate();
    return end;
  }

  /** Ends the execution wherever it is, as Google's time limit does. */
  kill(): void {
    this.finish(endedBy(this.guard.kill()));
  }

  private start(script: string, start: ThreadStart): void {
    const { port1, port2 } = this.channel;
    this.worker = new Worker(script, {
      eval: true,
      // The time zone of local dates follows the environment.
      env: SHARE_ENV,
      workerData: { start, answers: port2, signal: this.signal },
      transferList: [port2],
    });
    this.worker.on('message', (message: FromThread) => {
      if (message.type === 'call') void this.answer(message, (answer) => port1.postMessage(answer));
      else this.end(message);
    });
    this.worker.on('error', (error) => this.finish(endedBy(error)));
    this.worker.on('exit', () => this.kill());
  }

  private end({ reply, failure }: End): void {
    try {
      this.guard.end();
      this.finish({ reply, failure });
    } catch {
      this.kill();
    }
  }

  private async answer(call: Call, send: (answer: ToThread) => void): Promise<void> {
    const answer = await this.attempt(call).catch((error: unknown): ToThread | undefined => {
      if (error instanceof NoAnswer || this.guard.isKilled) return undefined;
      const message = error instanceof Error ? error.message : String(error);
      return { error: { message, isGoogles: error instanceof ServiceError } };
    });
    if (!answer) return this.kill();
    send(answer);
    Atomics.store(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  private async attempt({ service, member, args }: Call): Promise<ToThread> {
    const target = this.services[service]!;
    const { name, calls } = target.definition;
    this.guard.call(calls[member]!, name, member);
    const given = args.map((arg) => fromWire(arg, ({ id }) => this.services[id]));
    const method = (target as unknown as Record<string, (...args: unknown[]) => unknown>)[member]!;
    const value = method.apply(target, given);
    return { value: this.wired(value instanceof Pending ? await value.value : value) };
  }

  private wired(value: unknown): unknown {
    return toWire(value, (member) => (member instanceof Service ? this.describe(member) : undefined));
  }

  private describe(service: Service<unknown>): WireService {
    const known = this.numbers.get(service);
    if (known !== undefined) return { wire: 'service', id: known };
    const id = this.services.push(service) - 1;
    this.numbers.set(service, id);
    const { definition } = service;
    const holder = service as unknown as Record<string, unknown>;
    const constants = (definition.constants ?? []).map((name) => [name, this.wired(holder[name])] as const);
    return { wire: 'service', id, definition: { ...definition }, constants: Object.fromEntries(constants) };
  }
}

function endedBy({ name, message }: Error): End {
  return { reply: { error: { name, message } }, failure: { name, message } };
}
