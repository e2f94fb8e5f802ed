import { randomUUID } from 'node:crypto';
import type { ToPage } from '../contract/protocol';
import type { ChangeKeeper } from '../file/change-keeper';
import type { Executions } from '../script/executions';
import type { Workbook } from '../workbook/workbook';
import type { PageHub, Step } from './page-hub';
import type { PageNews } from './page-news';
import type { ProtectionNews } from './protection-news';

/** What scripts want to tell pages, once the pages know what the scripts have changed. */
export class Outbox {
  private readonly messages: { user: string; message: ToPage }[] = [];

  add(user: string, message: ToPage): void {
    this.messages.push({ user, message });
  }

  /** Everything since the last call. */
  take(): { user: string; message: ToPage }[] {
    return this.messages.splice(0);
  }
}

/** One thing after the other: what each has changed is in the file and with the pages before the next one begins. */
export class Turns {
  constructor(
    private readonly workbook: Workbook,
    private readonly executions: Pick<Executions, 'spoiled' | 'hasThreads' | 'threadStep'>,
    private readonly keeper: ChangeKeeper,
    private readonly hub: PageHub,
    private readonly news: PageNews,
    private readonly protectionNews: ProtectionNews,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Whatever was changed by `work` is in the file and with the pages when this returns.
   * @param user for whom scripts do it, who can undo it then
   */
  take<T>(work: () => T, user?: string): T {
    const { spoiled } = this.executions;
    if (spoiled) throw spoiled;
    if (this.executions.hasThreads) {
      // What an execution on a thread has written so far counts as done before.
      this.workbook.settle();
      this.publish(this.executions.threadStep);
    } else if (this.keeper.isBehind) this.publish();
    const step = user === undefined ? undefined : { user, id: randomUUID() };
    try {
      return work();
    } finally {
      // What was stopped in the middle reaches neither the file nor the pages.
      if (!this.executions.spoiled) {
        this.workbook.settle();
        this.publish(step);
      }
    }
  }

  /** A turn of nothing: what was changed between turns, as by a script on a thread, is handed on. */
  pass(): void {
    this.take(() => undefined);
  }

  /** Puts what has changed into the file and hands it on. */
  publish(step?: Step): void {
    const { made, calculated } = this.keeper.keep();
    this.hub.broadcast(made, undefined, step);
    this.hub.broadcast(calculated);
    for (const { user, message } of this.outbox.take()) this.hub.tell(user, message);
    this.news.publish();
    this.protectionNews.publish();
  }
}
