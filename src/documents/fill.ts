import { listInWords } from '../calc/statement/words';
import { filledIn } from '../schema/register';
import { sameText } from '../schema/same-text';
import { chooseRows } from './choose-rows';
import { NOT_YET, type Block, type Filled, type Gap, type TableColumn } from './filled';
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
    isOnePage: template.onePage ?? false,
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
    const columns = (['What', 'Figure', 'In words'] as const).map((heading, at) => ({
      heading,
      width: [120, 120, 400][at]!,
    }));
    return tableBlock(columns, found);
  }

  private rows(part: Rows): Block {
    this.places++;
    const table = this.tableOf(part.table);
    const found = table ? chooseRows(part, table.rows, (word) => this.said(word)) : [];
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
    const says = (row: SourceRow, key: string): string =>
      row.shown[key]?.trim() || (key === needs?.column ? (needs.none ?? NOT_YET) : '');
    return tableBlock(
      part.columns.map((key) => ({ heading: headingOf(table, key), width: table!.headings[key]?.width ?? 100 })),
      shown.map((row) => part.columns.map((key) => says(row, key))),
      found.length > most ? `and ${found.length - most} more in ${table!.tab?.name ?? 'the sheet'}` : '',
    );
  }

  private under({ page: id, title, headings, ofSides, none }: Under): Block {
    this.places++;
    const page = this.pageOf(id);
    const top = page?.cells.findIndex(([first]) => first === title) ?? -1;
    if (!page || top < 0) return { kind: 'none', text: none };
    const head = page.cells[top + 1] ?? [];
    const at = head.flatMap((heading, column) =>
      heading !== '' && (headings?.includes(heading) ?? true) ? [column] : [],
    );
    const below = page.cells.slice(top + 2);
    const end = below.findIndex(([first]) => isEmpty(first));
    const wanted = ofSides && [...this.source.sides, ...ofSides];
    const found = below
      .slice(0, end < 0 ? below.length : end)
      .filter(([first]) => wanted?.some((one) => sameText(first, one)) ?? true)
      .map((cells) => at.map((column) => cells[column] ?? ''));
    if (!found.some((cells) => cells.slice(1).some((cell) => !isEmpty(cell)))) return { kind: 'none', text: none };
    return tableBlock(
      at.map((column) => ({ heading: capital(head[column]!), width: column === 0 ? 140 : 100 })),
      found,
    );
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

/** A column in which no row says anything only takes room. */
function tableBlock(columns: readonly TableColumn[], rows: readonly (readonly string[])[], after = ''): Block {
  const at = columns.flatMap((_, column) => (rows.some((cells) => !isEmpty(cells[column])) ? [column] : []));
  return {
    kind: 'table',
    columns: at.map((column) => columns[column]!),
    rows: rows.map((cells) => at.map((column) => cells[column]!)),
    after,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

const headingOf = (table: SourceTable | null, key: string): string => table?.headings[key]?.text ?? '';
