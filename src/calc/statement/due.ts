import { add, type Integer } from '../integer';

/** A month that began to owe more than all before it, and its last day. */
interface High {
  readonly height: Integer;
  readonly end: number;
}

/**
 * Since when a party's balance has been open, month by month. Of the months since which it has been payable without a
 * break, that is the end of the earliest whose balance the payments since have not used up.
 */
export class OpenSince {
  private paidInAll: Integer = 0;
  /** What would be owed had nothing been paid yet: only where it rose higher than before can an oldest part begin. */
  private highs: High[] = [];

  /**
   * Takes in the next month.
   *
   * @param paid what the party received in it less what it paid
   * @returns the last day of the month since which something is open; null where nothing is payable
   */
  next({ balance, paid, isPayable, end }: { balance: Integer; paid: Integer; isPayable: boolean; end: number }) {
    this.paidInAll = add(this.paidInAll, paid);
    if (!isPayable) {
      this.highs = [];
      return null;
    }
    const { highs } = this;
    const height = add(balance, this.paidInAll);
    const highest = highs[highs.length - 1];
    if (!highest || height > highest.height) highs.push({ height, end });
    let [from, to] = [0, highs.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (highs[middle]!.height > this.paidInAll) to = middle;
      else from = middle + 1;
    }
    return highs[from]!.end;
  }
}
