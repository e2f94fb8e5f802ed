/**
 * Who holds which lock. Executions run one after the other here, so a lock is only ever found taken by an execution that
 * comes between the service calls of another one.
 */
export class LockTable {
  private readonly holders = new Map<string, object>();

  /** Answers whether `holder` has the lock now. */
  take(name: string, holder: object): boolean {
    const current = this.holders.get(name);
    if (current === undefined) this.holders.set(name, holder);
    return current === undefined || current === holder;
  }

  isHeldBy(name: string, holder: object): boolean {
    return this.holders.get(name) === holder;
  }

  release(name: string, holder: object): void {
    if (this.isHeldBy(name, holder)) this.holders.delete(name);
  }

  /** An execution that ends gives back whatever it still holds. */
  releaseAll(holder: object): void {
    for (const name of [...this.holders.keys()]) this.release(name, holder);
  }
}
