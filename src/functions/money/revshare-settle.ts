import { roundTo } from '../../calc/decimal';
import { add, sum, type Integer } from '../../calc/integer';
import { settle } from '../../calc/settle';
import { amountInWords } from '../../calc/statement/words';
import type { FunctionHelp } from '../help/help';
import { range } from '../runner/argument';
import type { Cell } from '../runner/cell';
import { nameKey, nameKind, numberKind } from '../runner/cell-kind';
import { defineFunction } from '../runner/definition';
import { Entries } from '../runner/entries';
import { decimalsArgument, moneyCell } from './money';

export const definition = defineFunction({
  name: 'REVSHARE_SETTLE',
  rows: 'all together',
  arguments: [range('parties', nameKind), range('balances', numberKind()), decimalsArgument],
  compute(parties, balances, decimals) {
    const entries = new Entries([parties, balances]);
    const places = new Map<string, number>();
    const names: string[] = [];
    const open: Integer[] = [];
    for (let entry = 0; entry < entries.count; entry++) {
      if (entries.at(balances, entry) === null && entries.at(parties, entry) === null) continue;
      const name = entries.required(parties, entry, nameKind.expected);
      // Without it nobody knows what the others have to pay.
      const known = entries.required(balances, entry, 'a number, 0 where nothing is open,');
      const key = nameKey(name);
      const place = places.get(key) ?? names.push(name) - 1;
      places.set(key, place);
      open[place] = add(open[place] ?? 0, roundTo(known, decimals));
    }
    const left = sum(open);
    if (left) balances.refuseAll(`rounded they add up to ${amountInWords(left, decimals)}, where 0 is expected`);
    const refuse = (complaint: string) => balances.refuseAll(complaint);
    const rows = settle(open).map(({ from, to, amount }): Cell[] => [
      names[from]!,
      names[to]!,
      moneyCell(amount, decimals, refuse),
    ]);
    return [['From', 'To', 'Amount'], ...rows];
  },
});

export const help: FunctionHelp<typeof definition> = {
  summary: 'Who pays whom so that nobody owes anything any more.',
  arguments: {
    parties: 'Who has a balance',
    balances: 'What each party is owed, negative where it owes; in all they make 0',
    decimals: 'Decimals of the payments',
  },
  returns: 'A table: From, To, Amount; a row for each payment.',
  notes: [
    'Whoever owes most pays whoever is owed most, until all balances are 0; of equal ones the earlier comes first. There are always fewer payments than parties.',
    'The balances are those of REVSHARE_STATEMENT: what a party is still to get. A party that stands in several rows has their sum. Each balance is first rounded to the decimals.',
    'A blank balance is missing, not 0: it is refused, because what the others pay depends on it.',
  ],
  examples: [
    {
      title: 'One party owes the two others',
      cells: {
        A1: [
          ['Studio', -1250.5],
          ['Partner', 900],
          ['Writer', 350.5],
        ],
      },
      formula: '=REVSHARE_SETTLE(A1:A3, B1:B3)',
      answer: [
        ['From', 'To', 'Amount'],
        ['Studio', 'Partner', 900],
        ['Studio', 'Writer', 350.5],
      ],
    },
    {
      title: 'The largest first, and a party that is even',
      cells: {
        A1: [
          ['Ann', -50],
          ['Bob', -40],
          ['Cleo', 60],
          ['Dan', 30],
          ['Eve', 0],
        ],
      },
      formula: '=REVSHARE_SETTLE(A1:A9, B1:B9)',
      answer: [
        ['From', 'To', 'Amount'],
        ['Ann', 'Cleo', 50],
        ['Bob', 'Dan', 30],
        ['Bob', 'Cleo', 10],
      ],
    },
    {
      title: 'A balance that nobody knows',
      cells: {
        A1: [
          ['Studio', -100],
          ['Partner', 100],
          ['Writer', null],
        ],
      },
      formula: '=REVSHARE_SETTLE(A1:A3, B1:B3)',
      error: 'REVSHARE_SETTLE: balances, row 3: blank, where a number, 0 where nothing is open, is expected',
    },
    {
      title: 'Balances that leave something over',
      cells: {
        A1: [
          ['Studio', -100],
          ['Partner', 99.5],
        ],
      },
      formula: '=REVSHARE_SETTLE(A1:A2, B1:B2)',
      error: 'REVSHARE_SETTLE: balances: rounded they add up to -0.50, where 0 is expected',
    },
  ],
};
