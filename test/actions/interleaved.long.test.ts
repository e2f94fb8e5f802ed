import type { Outcome } from '../../src/actions/asking/outcome';
import type { ServiceCall } from '../../src/localhost/contract/host';
import { answers, OWNER, PARTNER } from '../support/partnership';
import { SharedLog } from './support/shared-log';

/** SUBMISSIONS makes a longer or a shorter run, SEED another one. */
const SUBMISSIONS = Number(process.env.SUBMISSIONS ?? 200);
const seed = Number(process.env.SEED ?? 933_112);

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = randomFrom(seed);
const below = (limit: number): number => Math.floor(random() * limit);

interface Submission {
  user: string;
  key: string;
  /** Every entry has a quantity of its own, by which wrong rows would show. */
  quantity: number;
}

let shared: SharedLog;

beforeAll(async () => {
  shared = await SharedLog.open();
  // What is not needed is not calculated again at every turn.
  shared.script(`for (const name of ['KPIs', 'KPI log', 'Reviews']) book.deleteSheet(book.getSheetByName(name));`);
}, 300_000);

/** What people do meanwhile: they insert rows, sort, delete empty rows and rows that they typed to delete them. */
const MEANWHILE: (() => unknown)[] = [
  () => shared.script(`log.insertRowsBefore(${3 + below(20)}, ${1 + below(2)});`),
  // A part of the log: the local engine takes long to sort many rows.
  () =>
    shared.script(
      `log.getRange(2 + ${below(20)}, 1, 12, 20).sort({ column: ${below(2) === 0 ? 10 : 12}, ascending: ${below(2) === 0} });`,
    ),
  () =>
    shared.script(
      `const rows = log.getRange('A1:T').getValues();
       const empty = rows.findIndex((row, at) => at > 1 && row.every((cell) => cell === ''));
       if (empty > 0) log.deleteRow(empty + 1);`,
    ),
  () =>
    shared.script(
      `const at = log.getRange('L:L').getValues().findIndex(([item], row) => row > 1 && /^scrap/.test(item));
       if (at > 0) log.deleteRow(at + 1);`,
    ),
];

const submit = ({ user, key, quantity }: Submission): Outcome =>
  shared.partnership.log({ quantity: String(quantity), unitValue: '10', item: `entry ${key}` }, user, key);

/** Runs `act`, with something in between at one or two of its calls; answers null when it was killed there. */
function interrupted(act: () => Outcome, inBetween: () => unknown): Outcome | null {
  // Not within the same few calls: a row inserted and another deleted between the last look at the number of rows and
  // the write cannot be told from nothing.
  const first = 5 + below(45);
  const moments = [first, first + 12 + below(30)];
  let killed = false;
  shared.partnership.host.onServiceCall = ({ number }: ServiceCall) => {
    if (!moments.includes(number)) return undefined;
    if (random() < 0.04) {
      killed = true;
      return 'kill';
    }
    inBetween();
    return undefined;
  };
  try {
    return act();
  } catch (error) {
    if (!killed) throw error;
    return null;
  } finally {
    shared.partnership.host.onServiceCall = undefined;
  }
}

it(`writes ${SUBMISSIONS} submissions of two people once each, whatever happens in between (SEED=${seed})`, () => {
  shared.reset(60);
  shared.script(`log.getRange('A2:U').clearContent();
    log.getRange('G2:L6').setValues([1, 2, 3, 4, 5].map((n) => ['2026-01-05', 'Studio', 'hours', n / 4, 10, 'typed ' + n]));`);
  const waiting: Submission[] = [];
  let made = 0;
  const next = (user: string): Submission => {
    made += 1;
    return { user, key: String(10_000_000 + made), quantity: made };
  };
  /** A submission that was refused or killed is sent again, with its key. */
  const settle = (submission: Submission, outcome: Outcome | null): void => {
    if (outcome?.kind !== 'written') waiting.push(submission);
  };
  const answered = new Map<string, number>();
  let refusals = 0;
  for (let turn = 0; made < SUBMISSIONS || waiting.length > 0; turn++) {
    if (turn > 4 * SUBMISSIONS) throw new Error(`${waiting.length} submissions are still waiting.`);
    if (turn % 10 === 0) {
      shared.script(`const items = log.getRange('L:L').getValues();
        let end = items.length; while (items[end - 1][0] === '') end--;
        if (end + 1 < log.getMaxRows()) log.getRange(end + 1, 7, 1, 6).setValues([['2026-01-05', 'Brand', 'hours', 1, 10, 'scrap ${turn}']]);`);
    }
    const mine = waiting.shift() ?? next(OWNER);
    const outcome = interrupted(
      () => submit(mine),
      () => {
        if (random() < 0.3 && made < SUBMISSIONS) {
          // The other person's form, while the first one's is being written.
          const theirs = next(PARTNER);
          const reply = submit(theirs);
          if (reply.kind === 'refused') refusals += 1;
          settle(theirs, reply);
        } else MEANWHILE[below(MEANWHILE.length)]!();
      },
    );
    settle(mine, outcome);
    if (turn % 8 === 7) {
      const open = shared.rows().filter((row) => row.Status === 'proposed' && String(row.Item).startsWith('entry'));
      const chosen = [below(open.length), below(open.length)].map((at) => open[at]!);
      const given = answers(Object.fromEntries(chosen.map((row) => [String(row.ID), `accept ${Number(row.Value)}`])));
      const send = (): Outcome => shared.partnership.submit('answer', { side: 'Brand', ...given }, PARTNER);
      let reply = interrupted(send, () => MEANWHILE[below(MEANWHILE.length)]!());
      for (let tries = 0; reply?.kind !== 'written' && tries < 3; tries++) reply = send();
      expect(reply).toMatchObject({ kind: 'written' });
      for (const row of chosen) answered.set(String(row.ID), Number(row.Value));
    }
  }

  const rows = shared.rows();
  const entries = rows.filter((row) => String(row.Item).startsWith('entry'));
  expect(entries).toHaveLength(SUBMISSIONS);
  const byId = new Map(entries.map((row) => [row.ID, row]));
  for (let number = 1; number <= SUBMISSIONS; number++) {
    const id = `C-${10_000_000 + number}`;
    const value = answered.get(id);
    expect(byId.get(id)).toMatchObject({
      Item: `entry ${10_000_000 + number}`, Quantity: number, Value: number * 10, Party: 'Studio',
      Status: value === undefined ? 'proposed' : 'accepted', 'Accepted value': value ?? '',
    }); // prettier-ignore
    if (value !== undefined) expect(value).toBe(number * 10);
  }
  const typed = rows.filter((row) => String(row.Item).startsWith('typed'));
  expect(typed.map(({ ID, Item, Quantity, Status }) => [ID, Item, Quantity, Status]).sort()).toEqual(
    [1, 2, 3, 4, 5].map((n) => ['', `typed ${n}`, n / 4, '']),
  );
  // Nothing stands there that nobody wrote.
  expect(rows.filter((row) => !/^(entry|typed|scrap)/.test(String(row.Item)))).toEqual([]);
  expect(answered.size).toBeGreaterThan(SUBMISSIONS / 20);
  // In a short run nobody need have met the other’s lock.
  if (SUBMISSIONS >= 200) expect(refusals).toBeGreaterThan(0);
}, 600_000);
