import { dayOf } from '../calc/day';
import { listInWords } from '../calc/statement/words';
import { filledIn } from '../schema/register';
import { sameText } from '../schema/same-text';
import { NOT_YET, type Block, type Filled, type Gap } from './filled';
import { gapAt } from './gaps';
import type { Source, SourceRow, SourceTable, TabPlace } from './source';
import { NO_ADVICE, type Asked, type Part, type Place, type Rows, type Template, type Under } from './template';

/** What was chosen for a document that asks. */
export type Chosen = Partial<Record<Asked, string>>;

/** Fills a template in. It reads and puts together; every figure is one that the sheet has. */
export function fill(template: Template, source: Source, chosen: Chosen): Filled {
  const work = new Filling(source, chosen);
  const blocks = template.sections.flatMap(({ title, parts }): Block[] => [
    { kind: 'title', text: title },
    ...parts.flatMap((part) => work.blocksOf(part)),
  ]);
  const asked = (template.asks ?? []).map((one) => chosen[one] ?? '');
  return {
    id: template.id,
    copy: [template.id, ...asked].join(' '),
    title: [template.title, ...asked].join(' '),
    subtitle: `${listInWords(source.sides)}, ${source.today}`,
    blocks,
    places: work.places,
    gaps: work.gaps,
    draws: [...work.draws],
    closing: NO_ADVICE,
  };
}

class Filling {
  places = 0;
  readonly gaps: Gap[] = [];
  readonly draws = new Set<string>();

  constructor(
    private readonly source: Source,
    private readonly chosen: Chosen,
  ) {}

  blocksOf(part: Part): Block[] {
    switch (part.kind) {
      case 'words':
        return [{ kind: 'words', text: this.said(part.text) }];
      case 'points':
        return [{ kind: 'points', items: part.items.map((item) => this.said(item)), numbered: part.numbered ?? false }];
      case 'fact':
        return [this.fact(part)];
      case 'rows':
        return [this.rows(part)];
      case 'cards':
        return [this.cards(part)];
      case 'under':
        return [this.under(part)];
      case 'lines': {
        const { label, count, each } = part;
        const of = each ? this.source.sides.map((side) => `${label} (${side})`) : [this.said(label)];
        return of.map((text) => ({ kind: 'lines', label: text, count }));
      }
      case 'signatures':
        return [{ kind: 'signatures', sides: this.source.sides }];
    }
  }

  private said(text: string): string {
    const { sides, today } = this.source;
    const known: Record<string, string> = { ...this.chosen, sides: listInWords(sides), today };
    return filledIn(text, (key) => known[key] ?? `{${key}}`);
  }

  private fact({ label, place, none }: Extract<Part, { kind: 'fact' }>): Block {
    this.places++;
    const { text, missing } = 'table' in place ? this.cellOf(place) : this.onPage(place);
    if (text === '' && none === undefined) this.gaps.push(gapAt({ what: label, ...missing }));
    return { kind: 'fact', label, text: text || (none ?? NOT_YET), isEmpty: text === '' };
  }

  private cellOf({ table: id, column, key, is }: Extract<Place, { table: string }>): FoundCell {
    const table = this.tableOf(id);
    const row = table?.rows.find(({ values }) => sameText(values[key], is));
    return {
      text: (row?.shown[column] ?? '').trim(),
      missing: { table: id, tab: table?.tab ?? null, row: row?.row ?? null },
    };
  }

  private onPage({ page: id, find, where }: Extract<Place, { page: string }>): FoundCell {
    const page = this.pageOf(id);
    const missing = { table: id, tab: page?.tab ?? null, row: null };
    const says = (cell: string): boolean => (where === 'itself' ? cell.startsWith(find) : cell === find);
    const row = page?.cells.findIndex((cells) => cells.some(says)) ?? -1;
    if (!page || row < 0) return { text: '', missing };
    const column = page.cells[row]!.findIndex(says);
    const [down, right] = { below: [1, 0], right: [0, 1], itself: [0, 0] }[where] as [number, number];
    return { text: (page.cells[row + down]?.[column + right] ?? '').trim(), missing };
  }

  private cards({ page: id, titles }: Extract<Part, { kind: 'cards' }>): Block {
    this.places++;
    const page = this.pageOf(id);
    const found = titles.flatMap((title) => {
      const row = page?.cells.findIndex((cells) => cells.includes(title)) ?? -1;
      if (!page || row < 0) return [];
      const column = page.cells[row]!.indexOf(title);
      return [[title, ...[1, 2].map((down) => page.cells[row + down]?.[column] ?? '')]];
    });
    if (found.length === 0) this.gaps.push(gapAt({ what: titles[0]!, table: id, tab: page?.tab ?? null, row: null }));
    const columns = (['what', 'figure', 'in words'] as const).map((heading, at) => ({
      heading,
      width: [120, 120, 400][at]!,
    }));
    return { kind: 'table', columns, rows: found, after: '' };
  }

  private rows(part: Rows): Block {
    this.places++;
    const table = this.tableOf(part.table);
    const found = table ? this.chosenRows(part, table.rows) : [];
    const { needs, what, none, most = found.length } = part;
    if (found.length === 0) {
      if (none === undefined) this.gaps.push(gapAt({ what, table: part.table, tab: table?.tab ?? null, row: null }));
      return { kind: 'none', text: none ?? `${what}: ${NOT_YET}` };
    }
    const shown = found.slice(0, most);
    if (needs) {
      this.places += shown.length - 1;
      for (const { row, shown: cells } of shown.filter((one) => isEmpty(one.shown[needs.column]))) {
        this.gaps.push(gapAt({ what: cells[needs.called] || what, table: part.table, tab: table!.tab, row }));
      }
    }
    return {
      kind: 'table',
      columns: part.columns.map((key) => ({
        heading: headingOf(table, key),
        width: table!.headings[key]?.width ?? 100,
      })),
      rows: shown.map((row) =>
        part.columns.map((key) => row.shown[key]?.trim() || (key === needs?.column ? (needs.none ?? NOT_YET) : '')),
      ),
      after: found.length > most ? `and ${found.length - most} more in ${table!.tab?.name ?? 'the sheet'}` : '',
    };
  }

  private chosenRows(
    { where = {}, unless = {}, filled = [], newest, together }: Rows,
    all: readonly SourceRow[],
  ): SourceRow[] {
    const says = ({ shown }: SourceRow, [key, words]: [string, readonly string[]]): boolean =>
      words.some((word) => sameText(shown[key] ?? '', this.said(word)));
    const found = all.filter(
      (row) =>
        Object.entries(where).every((one) => says(row, one)) &&
        !Object.entries(unless).some((one) => says(row, one)) &&
        filled.every((key) => !isEmpty(row.shown[key])),
    );
    if (newest !== undefined) {
      const on = ({ values }: SourceRow): number => dayOf(values[newest]) ?? 0;
      found.sort((a, b) => on(b) - on(a));
    }
    if (together !== undefined) {
      const first = (row: SourceRow): number =>
        found.findIndex(({ shown }) => sameText(shown[together] ?? '', row.shown[together] ?? ''));
      return found
        .map((row) => ({ row, at: first(row) }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
    }
    return found;
  }

  private under({ page: id, title, headings, ofSides, none }: Under): Block {
    this.places++;
    const page = this.pageOf(id);
    const top = page?.cells.findIndex(([first]) => first === title) ?? -1;
    if (!page || top < 0) return { kind: 'none', text: none };
    const head = page.cells[top + 1] ?? [];
    const columns = head.flatMap((heading, at) =>
      heading !== '' && (headings?.includes(heading) ?? true) ? [at] : [],
    );
    const below = page.cells.slice(top + 2);
    const end = below.findIndex(([first]) => isEmpty(first));
    const wanted = ofSides && [...this.source.sides, ...ofSides];
    const rows = below
      .slice(0, end < 0 ? below.length : end)
      .filter(([first]) => wanted?.some((one) => sameText(first, one)) ?? true)
      .map((cells) => columns.map((at) => cells[at] ?? ''));
    if (!rows.some((cells) => cells.slice(1).some((cell) => !isEmpty(cell)))) return { kind: 'none', text: none };
    return {
      kind: 'table',
      columns: columns.map((at) => ({ heading: head[at]!, width: at === 0 ? 140 : 100 })),
      rows,
      after: '',
    };
  }

  private tableOf(id: string): SourceTable | null {
    const table = this.source.table(id);
    if (table?.tab) this.draws.add(table.tab.name);
    return table;
  }

  private pageOf(id: string): ReturnType<Source['page']> {
    const page = this.source.page(id);
    if (page) this.draws.add(page.tab.name);
    return page;
  }
}

interface FoundCell {
  text: string;
  missing: { table: string; tab: TabPlace | null; row: number | null };
}

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

const headingOf = (table: SourceTable | null, key: string): string => table?.headings[key]?.text ?? '';
