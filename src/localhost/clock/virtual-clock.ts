type Job = () => void;

interface Timer {
  id: number;
  due: number;
  job: Job;
  every?: number;
}

/**
 * The timers and the message queue of a realm whose time only passes when it is told to. So work that waits for a
 * timer or for a message is done at once, inside a call that returns when nothing is left to do.
 */
export class VirtualClock {
  private elapsed = 0;
  private lastId = 0;
  private readonly timers = new Map<number, Timer>();
  private readonly messages: Job[] = [];
  private readonly started = Date.now();

  now(): number {
    return this.started + this.elapsed;
  }

  /** The globals of a page that depend on time and messages. */
  globals(): Record<string, unknown> {
    const messages = this.messages;
    return {
      setTimeout: (job: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
        this.start(() => job(...args), delay),
      clearTimeout: (id: number) => this.timers.delete(id),
      setInterval: (job: Job, delay = 1) => this.start(job, delay, Math.max(1, delay)),
      clearInterval: (id: number) => this.timers.delete(id),
      MessageChannel: class {
        readonly port1 = new Port(messages);
        readonly port2 = new Port(messages);
        constructor() {
          this.port1.peer = this.port2;
          this.port2.peer = this.port1;
        }
      },
    };
  }

  /** Runs every job that is due within the next `horizon` milliseconds, in order, and lets that time pass. */
  advance(horizon: number, run: (job: Job) => void): void {
    const end = this.elapsed + horizon;
    for (let jobs = 0; jobs < 1_000_000; jobs++) {
      const message = this.messages.shift();
      if (message) {
        run(message);
        continue;
      }
      const timer = this.next(end);
      if (!timer) {
        this.elapsed = end;
        return;
      }
      this.elapsed = Math.max(this.elapsed, timer.due);
      if (timer.every === undefined) this.timers.delete(timer.id);
      else timer.due = this.elapsed + timer.every;
      run(timer.job);
    }
    throw new Error('The spreadsheet engine does not come to rest.');
  }

  private start(job: Job, delay: number, every?: number): number {
    const id = ++this.lastId;
    this.timers.set(id, { id, due: this.elapsed + delay, job, ...(every !== undefined && { every }) });
    return id;
  }

  private next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers.values()) {
      if (timer.due <= end && (!first || timer.due < first.due)) first = timer;
    }
    return first;
  }
}

class Port {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  peer: Port | null = null;

  constructor(private readonly messages: Job[]) {}

  postMessage(data: unknown): void {
    this.messages.push(() => this.peer?.onmessage?.({ data }));
  }

  close(): void {
    this.onmessage = null;
  }
}
