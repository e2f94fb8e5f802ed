import { MessageChannel, type Worker } from 'node:worker_threads';
import type { CallGuard } from '../call-guard';
import type { Project } from '../../project/project';
import { NoAnswer } from '../questions';
import { Pending } from '../../services/base/pending';
import { ServiceError } from '../../contract/service-error';
import { Service } from '../../services/base/service';
import type { SpareThread } from './spare-thread';
import {
  type FromThread,
  type ThreadOrder,
  type ThreadStart,
  type ToThread,
  type WireService,
  fromWire,
  toWire,
} from './wire';

type Call = Extract<FromThread, { type: 'call' }>;
type End = Omit<Extract<FromThread, { type: 'end' }>, 'type'>;

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
  private hasEnded = false;
  private finish: (end: End) => void = () => undefined;

  /** @param guard stands before every call */
  constructor(
    private readonly project: Project,
    private readonly guard: CallGuard,
    private readonly globals: Record<string, Service<unknown>>,
    private readonly spare: SpareThread,
  ) {}

  /** Calls a function of the project; what it throws, or that it was killed, is in the answer. */
  async run(
    functionName: string,
    args: unknown[],
    times: Pick<ThreadStart, 'lastMoment' | 'ahead' | 'fromMenu'>,
  ): Promise<End> {
    const start: ThreadStart = {
      scripts: this.project.sources,
      timeZone: this.project.timeZone,
      services: this.wired(this.globals) as Record<string, unknown>,
      functionName,
      args,
      ...times,
    };
    this.worker = await this.spare.take();
    const end = await new Promise<End>((resolve) => {
      this.finish = resolve;
      if (this.guard.isKilled) return this.kill();
      this.order(this.worker!, start);
    });
    this.channel.port1.close();
    void this.worker.terminate();
    return end;
  }

  /** Ends the execution wherever it is, as Google's time limit does. */
  kill(): void {
    this.finish(endedBy(this.guard.kill()));
  }

  private order(worker: Worker, start: ThreadStart): void {
    const { port1, port2 } = this.channel;
    worker.on('message', (message: FromThread) => {
      if (message.type === 'call') void this.answer(message, (answer) => port1.postMessage(answer));
      else this.end(message);
    });
    worker.on('error', (error) => this.finish(endedBy(error)));
    // The end may be heard in the same breath as the exit that follows it.
    worker.on('exit', () => {
      if (!this.hasEnded) this.kill();
    });
    const order: ThreadOrder = { start, answers: port2, signal: this.signal };
    worker.postMessage(order, [port2]);
  }

  private end({ reply, failure }: End): void {
    this.hasEnded = true;
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
