const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
/** 1 January 1970 as a serial day number. */
const EPOCH_SERIAL = 25_569;

/** Turns instants into the wall time of one time zone and back; wall time is a serial day number, as cells hold it. */
export class TimeZone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** @throws Error when there is no time zone of that name (an IANA name such as `Asia/Tokyo`). */
  constructor(readonly name: string) {
    try {
      this.format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    } catch {
      throw new Error(`There is no time zone named ${name}.`);
    }
  }

  /** @param instant milliseconds since 1970, UTC */
  serialOf(instant: number): number {
    return EPOCH_SERIAL + (instant + this.offsetAt(instant)) / DAY;
  }

  /** @returns milliseconds since 1970, UTC */
  instantOf(serial: number): number {
    const wall = Math.round((serial - EPOCH_SERIAL) * DAY);
    const guess = wall - this.offsetAt(wall);
    // Near a change of the clock the first guess may have used the other side's offset.
    return wall - this.offsetAt(guess);
  }

  /** Milliseconds that the wall clock is ahead of UTC. */
  offsetAt(instant: number): number {
    if (this.name === 'UTC' || !Number.isFinite(instant)) return 0;
    const quarter = Math.floor(instant / QUARTER_HOUR);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      offset = this.lookUp(quarter * QUARTER_HOUR);
      this.offsets.set(quarter, offset);
    }
    return offset;
  }

  private lookUp(instant: number): number {
    const name = this.format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
    if (!match) return 0;
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return (match[1] === '-' ? -seconds : seconds) * 1000;
  }
}
