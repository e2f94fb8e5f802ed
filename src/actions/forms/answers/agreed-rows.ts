import { answers } from '../../../registers/answers';
import { digest } from '../../../import/values/digest';
import { AGREEMENT, answeredName } from '../../../schema/agreement';
import type { Cell } from '../../../schema/column';
import { noteOf, tickKey, type ItemModel } from '../../../schema/form';
import type { EntryRegister } from '../../../schema/register';
import { sameText } from '../../../schema/same-text';
import { isUnused, readRow, type RowOf } from '../../../schema/table';
import { appendRows } from '../../rows/append-rows';
import { changeRows } from '../../rows/change-rows';
import { byName, type NamedRow, type NamedRows } from '../../rows/named-rows';
import { columnsOf } from '../../tabs';
import type { Workbook, WorkbookTab } from '../../workbook';
import { acceptOf, DELETED, DISPUTE, twice, type Answered, type AnsweredRows, type Given } from './answered-rows';
import type { Answerer } from './answerer';

type Answer = RowOf<typeof answers>;

/** The columns without which rows cannot be agreed on. */
export const AGREED_COLUMNS = ['wording', 'agreement'] as const;

/** Rows that hold once every side has agreed to them: each side answers for itself, also the one that wrote them. */
export class AgreedRows implements AnsweredRows {
  private readonly positions;
  private readonly cells: Cell[][];
  /** What was answered before, by its name; and where it stands, 1-based. */
  private readonly before = new Map<string, Answer & { row: number }>();

  constructor(
    private readonly workbook: Workbook,
    private readonly register: EntryRegister,
    private readonly tab: WorkbookTab,
    private readonly log: NamedRows,
    private readonly answersTab: WorkbookTab,
  ) {
    this.cells = answersTab.read();
    this.positions = columnsOf(answers, answersTab, this.cells, ['id', 'what', 'side', 'answer', 'wording']);
    this.cells.forEach((line, at) => {
      if (at === 0 || isUnused(answers, this.positions, line)) return;
      const answer = readRow(answers, this.positions, line);
      this.before.set(answer.id ?? '', { ...answer, row: at + 1 });
    });
  }

  get tabName(): string {
    return this.tab.name;
  }

  items(side: string): ItemModel[] {
    return this.log.rows.flatMap((row) => {
      const agreement = this.textIn(row, 'agreement');
      // Where nothing has to be agreed the column is blank.
      if (agreement === '' || agreement === (side === '' ? AGREEMENT.agreed : undefined)) return [];
      const own = side === '' ? undefined : this.before.get(this.nameOf(row, side));
      const isDone = own?.answer === 'accepted' && own.wording === this.textIn(row, 'wording').trim();
      return isDone ? [] : [this.itemOf(row, agreement)];
    });
  }

  private itemOf(row: NamedRow, agreement: string): ItemModel {
    const key = tickKey(this.register.id, row.name);
    const wording = this.textIn(row, 'wording');
    const title = this.register.agreement?.title;
    const said = [...this.before.values()].filter(({ what }) => what === answeredName(this.register.id, row.name));
    return {
      key,
      note: noteOf(key),
      title: (title && this.textIn(row, title)) || wording,
      detail: [
        `${this.tabName}, row ${row.row}`,
        ...(title ? [wording] : []),
        ...said.map(({ by, answer, note }) => `${by} ${answer}${note === null ? '' : `: ${note}`}`),
      ].join('\n'),
      figure: agreement,
      answers: [
        { value: acceptOf(digest(wording)), label: 'Accept' },
        { value: DISPUTE, label: 'Dispute' },
      ],
    };
  }

  private textIn({ line }: NamedRow, key: string): string {
    return String(line[this.log.positions[key]!] ?? '');
  }

  private nameOf({ name }: NamedRow, side: string): string {
    return `${answeredName(this.register.id, name)} · ${side}`;
  }

  answer(given: readonly Given[], by: Answerer): Answered {
    const found = byName(this.log.rows);
    const done: Answered = { accepted: 0, disputed: 0, left: [] };
    const written: { row: number | undefined; cells: Record<string, Cell> }[] = [];
    for (const { name, answer, note } of given) {
      const [row, ...more] = found.get(name) ?? [];
      const obstacle = !row
        ? DELETED
        : more.length > 0
          ? twice(
              name,
              [row, ...more].map((one) => one.row),
            )
          : this.obstacleTo(row, answer);
      if (obstacle !== null) done.left.push(obstacle);
      else {
        const cells = this.cellsOf(row!, by, answer, note);
        const standing = this.before.get(String(cells.id));
        if (!standing || !isSame(standing, cells, note)) written.push({ row: standing?.row, cells });
        done[answer === DISPUTE ? 'disputed' : 'accepted']++;
      }
    }
    const renewed = written.flatMap(({ row, cells }) => (row === undefined ? [] : [{ row, cells }]));
    changeRows(this.answersTab, answers, 'id', this.cells, renewed);
    const added = written.filter(({ row }) => row === undefined).map(({ cells }) => cells);
    if (added.length > 0) appendRows(this.answersTab, answers, 'id', added, null);
    return done;
  }

  private obstacleTo(row: NamedRow, answer: string): string | null {
    const at = `${this.tabName}, row ${row.row},`;
    if (this.textIn(row, 'agreement') === '') return `${at} needs no agreement.`;
    if (answer === DISPUTE) return null;
    if (!answer.startsWith(acceptOf(''))) return `${at} was given an answer that is not known.`;
    return answer === acceptOf(digest(this.textIn(row, 'wording')))
      ? null
      : `${at} reads otherwise by now than what you saw: look at it again.`;
  }

  private cellsOf(row: NamedRow, { side, signature }: Answerer, answer: string, note: string): Record<string, Cell> {
    const id = this.nameOf(row, side);
    return {
      id,
      what: answeredName(this.register.id, row.name),
      side,
      answer: answer === DISPUTE ? 'disputed' : 'accepted',
      wording: this.textIn(row, 'wording'),
      by: signature,
      at: this.workbook.now(),
      // An earlier note is part of the story: a new one goes below it.
      note: [this.before.get(id)?.note, note].filter((text) => text).join('\n'),
    };
  }
}

/** An earlier try of the same submission got as far as this. */
const isSame = (standing: Answer, cells: Record<string, Cell>, note: string): boolean =>
  (['answer', 'by'] as const).every((key) => standing[key] === cells[key]) &&
  sameText(standing.wording, cells.wording) &&
  `\n${standing.note ?? ''}`.endsWith(note && `\n${note}`);
