import { add, least, negate, type Integer } from './integer';

/** Who pays whom: places among the parties. */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly amount: Integer;
}

/** A party with what it owes, or is owed. */
interface Open {
  readonly party: number;
  readonly amount: Integer;
}

/**
 * Transfers after which every balance is 0: time and again whoever owes most pays whoever is owed most, of equal ones
 * the earlier, as much as both allow. Each transfer settles one of the two at least, and the last one both, so there are
 * fewer transfers than parties with a balance.
 *
 * @param balances what each party is owed; below 0 what it owes. They add up to 0.
 */
export function settle(balances: readonly Integer[]): Transfer[] {
  const debtors = new Largest();
  const creditors = new Largest();
  balances.forEach((amount, party) => {
    if (amount < 0) debtors.put({ party, amount: negate(amount) });
    else if (amount > 0) creditors.put({ party, amount });
  });
  const transfers: Transfer[] = [];
  for (;;) {
    const debtor = debtors.take();
    const creditor = creditors.take();
    if (!debtor || !creditor) return transfers;
    const amount = least(debtor.amount, creditor.amount);
    transfers.push({ from: debtor.party, to: creditor.party, amount });
    for (const [open, list] of [
      [debtor, debtors],
      [creditor, creditors],
    ] as const) {
      const left = add(open.amount, negate(amount));
      if (left) list.put({ party: open.party, amount: left });
    }
  }
}

/** A binary heap: the largest amount is on top, of equal ones that of the earlier party. */
class Largest {
  private readonly heap: Open[] = [];

  put(open: Open): void {
    const { heap } = this;
    let at = heap.push(open) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isLarger(heap[at]!, heap[parent]!)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  take(): Open | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || !last) return top;
    heap[0] = last;
    for (let at = 0; ;) {
      let larger = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isLarger(heap[child]!, heap[larger]!)) larger = child;
      }
      if (larger === at) return top;
      this.swap(at, larger);
      at = larger;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}

const isLarger = (a: Open, b: Open): boolean => a.amount > b.amount || (!(a.amount < b.amount) && a.party < b.party);
