import type { Cell } from '../../schema/column';
import { type LayoutContext } from '../../schema/layout';
import { completion, foundPlacement, type Located } from '../../schema/placement';
import { columnsNamed, readDesigns, sizeFor, type Designs, type PageMark } from '../../schema/page';
import { tablesOf, type Register } from '../../schema/register';
import { findColumns, readRows, type Table } from '../../schema/table';
import { sameText } from '../../schema/same-text';
import { REGISTERS } from '../../registers';
import { kpis } from '../../registers/kpis';
import { PAGES } from '../../registers/pages';
import { LIFECYCLE_NAME } from '../../registers/lifecycle-name';
import { checklists } from '../../registers/checklists';
import { parties, settings as settingsRegister } from '../../registers/settings';
import { formatted } from '../asking/units';
import { NotReady, type Workbook, type WorkbookTab } from '../workbook';
import type { Old } from './older-tabs';
import { packsIn, servedBy } from './packs';

/** What a fresh workbook is filled with; a standing one keeps its own. */
export type Filling = Pick<LayoutContext, 'currency' | 'firstRows'> & { packs: readonly string[]; alone?: boolean };

/** What a workbook has of the tabs that it is to have, as it was read before anything was written. */
export interface Standing {
  registers: readonly Register[];
  allPages: readonly PageMark[];
  /** The cells of the registers that are there, by id. */
  standing: ReadonlyMap<string, Cell[][]>;
  /** Registers of an older version, and those that have lost a computed column. */
  outdated: readonly Old[];
  complete: readonly Register[];
  /** The formulas in row 1 of the complete ones. */
  headings: ReadonlyMap<string, ReturnType<WorkbookTab['headingFormulas']>>;
  designs: Designs;
  toRedraw: readonly { page: PageMark; added: WorkbookTab }[];
  /** Pages that stay, with their formulas. */
  kept: readonly { page: PageMark; found: WorkbookTab; formulas: ReturnType<WorkbookTab['formulas']> }[];
  /** Whether something has lost the address of what it points at. */
  isBroken: boolean;
  readyTab(id: string): WorkbookTab | undefined;
  isOld(of: Register | PageMark): boolean;
  missing(of: { id: string }): boolean;
  size(page: PageMark): number;
}

/**
 * Reads all that a set-up needs to know; it writes nothing.
 * @throws NotReady where a formula would point at a column whose heading is gone
 */
export function whatStands(
  workbook: Workbook,
  carrying: readonly WorkbookTab[],
  beginning: Filling,
  leaving: readonly string[],
): Standing {
  const readyTab = (id: string): WorkbookTab | undefined =>
    carrying.find((tab) => tab.id === id && tab.version !== null);
  const isOld = ({ id, version }: Register | PageMark): boolean => (readyTab(id)?.version ?? version) < version;
  const missing = (of: { id: string }): boolean => readyTab(of.id) === undefined;
  const wanted = servedBy([...beginning.packs, ...packsIn(carrying)].filter((pack) => !leaving.includes(pack)));
  const isWanted = ({ pack }: Pick<Register, 'pack'>): boolean => pack === undefined || wanted.includes(pack);
  const registers = REGISTERS.filter(isWanted);
  const allPages = PAGES.filter(isWanted);

  const standing = new Map(
    registers.flatMap((tab) => {
      const found = readyTab(tab.id);
      return found ? [[tab.id, found.read()] as const] : [];
    }),
  );
  const incomplete = registers.filter((tab) => isOld(tab) || lacksComputed(tab, standing.get(tab.id)));
  const outdated = incomplete.map((tab): Old => {
    const found = readyTab(tab.id)!;
    const cells = standing.get(tab.id)!;
    const blank = isOld(tab) ? formatted(tab, found, cells) : [];
    return { tab, standing: found, cells, completion: completion(tab, found, cells), blank };
  });
  const complete = registers.filter((tab) => standing.has(tab.id) && !incomplete.includes(tab));
  const headings = new Map(complete.map((tab) => [tab.id, readyTab(tab.id)!.headingFormulas()]));
  const settings = standing.get(settingsRegister.id);
  const designs = readDesigns(workbook.projectFile('pages'));
  const needed = {
    parties: rowCount(parties, settings) || firstCount(parties, beginning),
    kpis: rowCount(kpis, standing.get(kpis.id)) || firstCount(kpis, beginning),
    stages: stageCount(standing.get(checklists.id), beginning),
  };
  const tables = new Set([...registers.flatMap(tablesOf), ...allPages].map(({ id }) => id));
  const size = ({ id }: PageMark): number => sizeFor(designs[id]!, needed, (table) => tables.has(table));
  // What points at a tab or a column that was deleted has lost its address.
  const isBroken = incomplete.some((tab) => !isOld(tab));
  const toRedraw = allPages.flatMap((page) => {
    const found = readyTab(page.id);
    return found && (isOld(page) || isBroken || size(page) !== (found.size ?? 0)) ? [{ page, added: found }] : [];
  });
  const kept = allPages.flatMap((page) => {
    const found = readyTab(page.id);
    const isKept = found && toRedraw.every(({ added }) => added !== found);
    return isKept ? [{ page, found, formulas: found.formulas() }] : [];
  });
  const writesFormulas = toRedraw.length > 0 || [...allPages, ...registers].some(missing) || outdated.length > 0;
  for (const [id, cells] of writesFormulas ? standing : []) {
    const tab = registers.find((one) => one.id === id)!;
    if (!isOld(tab)) refuseUnfound(tab, readyTab(id)!, cells[0] ?? [], designs);
  }
  return {
    registers,
    allPages,
    standing,
    outdated,
    complete,
    headings,
    designs,
    toRedraw,
    kept,
    isBroken,
    readyTab,
    isOld,
    missing,
    size,
  };
}

/** Whether a computed column is gone: somebody has emptied or overwritten its heading, or deleted it. */
const lacksComputed = (tab: Register, cells: readonly (readonly Cell[])[] | undefined): boolean =>
  cells !== undefined &&
  tablesOf(tab).some((table) => {
    const { positions } = findColumns(table, cells[0] ?? []);
    return Object.entries(table.columns).some(([key, { filled }]) => filled === 'by formula' && positions[key]! < 0);
  });

/**
 * Formulas are written only where every column that they point at was found: one whose heading is gone has no address.
 * Computed columns are put back instead.
 */
function refuseUnfound(tab: Register, at: Located, headings: readonly Cell[], designs: Designs): void {
  const { positions } = foundPlacement(tab, at, headings);
  const written = columnsNamed(REGISTERS, designs);
  const gone = tablesOf(tab).flatMap((table) =>
    Object.entries(table.columns).flatMap(([key, { header, filled }]) =>
      positions[table.id]![key]! < 0 && filled !== 'by formula' && written.has(`${table.id}.${key}`)
        ? [`“${header}”`]
        : [],
    ),
  );
  if (gone.length === 0) return;
  throw new NotReady(
    `In the tab “${at.name}” the heading ${gone.join(' and ')} is missing from row 1. ` +
      'Put it back, then set up again. Nothing was changed.',
  );
}

const firstCount = ({ id }: Table, { firstRows }: Pick<LayoutContext, 'firstRows'>): number =>
  firstRows[id]?.length ?? 0;

/** Stages of the lifecycle, also where the page of its questions is not there yet: so the Scorecard stays as it is when that is added. */
function stageCount(
  cells: readonly (readonly Cell[])[] | undefined,
  { firstRows }: Pick<LayoutContext, 'firstRows'>,
): number {
  const first = firstRows[checklists.id] ?? checklists.initial!;
  const rows: readonly Record<string, unknown>[] = cells ? readRows(checklists, cells) : first;
  const count = (of: readonly Record<string, unknown>[]): number =>
    new Set(of.filter(({ list }) => sameText(String(list ?? ''), LIFECYCLE_NAME)).flatMap(({ stage }) => stage ?? []))
      .size;
  return count(rows) || count(checklists.initial!);
}

const rowCount = (table: Table, cells: readonly (readonly Cell[])[] = []): number => readRows(table, cells).length;
