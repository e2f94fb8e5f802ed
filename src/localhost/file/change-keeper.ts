import type { ChangeLog, Changes } from './change-log';
import type { WorkbookFile } from './workbook-file';

/**
 * Puts what has changed into the file before anybody is told. The engine cannot undo an edit that the file did not take:
 * it stays in the log, unacknowledged, and nothing else is to be taken before the file has it.
 */
export class ChangeKeeper {
  private behind = false;

  constructor(
    private readonly log: ChangeLog,
    private readonly file: WorkbookFile | undefined,
  ) {}

  /** Whether the workbook in memory holds an edit that the file would not take. */
  get isBehind(): boolean {
    return this.behind;
  }

  /**
   * Writes everything since the last call and answers it, to be told to the pages.
   * @throws NotWritten when the file takes nothing; the next call tries again
   */
  keep(): Changes {
    const changes = this.log.take();
    if (changes.stored.length > 0) {
      try {
        this.file?.append(changes.stored);
      } catch (error) {
        this.behind = true;
        this.log.putBack(changes);
        throw error;
      }
    }
    this.behind = false;
    return changes;
  }

  /** @throws NotWritten when an edit is lost because the file still does not take it */
  close(): void {
    try {
      if (this.behind) this.keep();
    } finally {
      this.file?.close();
    }
  }
}
