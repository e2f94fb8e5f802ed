/**
 * The time of one host: the machine's, plus whatever has been skipped. Where an execution at Google's would wait for
 * something that cannot happen here in the meantime, the time is skipped instead of waited for.
 */
export class HostClock {
  private skippedMilliseconds = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.skippedMilliseconds;
  }

  /** Milliseconds since some moment, finer than `now`. */
  elapsed(): number {
    return performance.now() + this.skippedMilliseconds;
  }

  /** Whether this is another time than the machine's. */
  get isAhead(): boolean {
    return this.skippedMilliseconds > 0;
  }

  /** By how much, in milliseconds. */
  get ahead(): number {
    return this.skippedMilliseconds;
  }

  skip(milliseconds: number): void {
    this.skippedMilliseconds += milliseconds;
  }
}
