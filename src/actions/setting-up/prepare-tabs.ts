import type { Cell } from '../../schema/column';
import {
  columnOf,
  columnsToFold,
  columnsToMark,
  completion,
  foundPlacement,
  freshPlacement,
  layOut,
  listsOf,
  type Completion,
  type LayoutContext,
  type Located,
  type Placement,
  type TabLayout,
  wrongHeadings,
} from '../../schema/layout';
import { sameFormula } from '../../schema/formula';
import { REGISTERS } from '../../registers';
import { kpis } from '../../registers/kpis';
import { heldBack, ifThere } from './held-back';
import { packsIn, servedBy } from './packs';
import { PAGES } from '../../registers/pages';
import { parties, settings as settingsRegister, sides, stages } from '../../registers/settings';
import { tablesOf, type Register } from '../../schema/register';
import { sameText } from '../../schema/same-text';
import {
  columnsNamed,
  layOutPage,
  pageOfSize,
  pagePlacement,
  readDesigns,
  sizeFor,
  type Designs,
  type PageMark,
} from '../../schema/page';
import { findColumns, readRows, type Positions, type Table } from '../../schema/table';
import { readSettings } from '../settings';
import { rowBlocks } from '../rows/blocks';
import { endOf } from '../rows/append-row';
import { formatted, leaveUnformatted, type BlankCells } from '../forms/units';
import { ifAllowed } from '../forbidden';
import { NotReady, settled, type Block, type Made, type Workbook, type WorkbookTab } from '../workbook';

/** Names of the tabs to which something was done. */
export interface Prepared {
  added: string[];
  /** An older version had set them up. */
  renewed: string[];
  /** Formulas were put right. */
  mended: string[];
  /** Lists of choices were put right. */
  relisted: string[];
  /** They have as many rows as they need now. */
  resized: string[];
  /** Somebody has locked them for the person at work: they are as they were. */
  locked: string[];
  /** They need what a locked one lacks, and are as they were. */
  waiting: string[];
}

interface Old {
  tab: Register;
  standing: WorkbookTab;
  cells: Cell[][];
  completion: Completion;
  blank: BlankCells;
}

/**
 * Adds the tabs that are missing and gives those of an older version what they lack; what stands stays as it is. All
 * columns are in place before any formula is written, because formulas point at other tabs. A tab counts once it is
 * marked ready, with its version: what was cut short is taken up again from where it was left.
 * @param carrying the tabs that carry our ids
 * @param beginning what a fresh workbook is filled with; a standing one keeps its own. What is added for the sample, which
 * is alone in its sheet, is marked so.
 * @param leaving packs that are about to be removed: no formula points at them any more
 */
export function prepareTabs(
  workbook: Workbook,
  carrying: readonly WorkbookTab[],
  beginning: Pick<LayoutContext, 'currency' | 'firstRows'> & { packs: readonly string[]; alone?: boolean },
  leaving: readonly string[] = [],
): Prepared {
  const readyTab = (id: string): WorkbookTab | undefined =>
    carrying.find((tab) => tab.id === id && tab.version !== null);
  const isOld = ({ id, version }: Register | PageMark): boolean => (readyTab(id)?.version ?? version) < version;
  const missing = (of: { id: string }): boolean => readyTab(of.id) === undefined;
  const wanted = servedBy([...beginning.packs, ...packsIn(carrying)].filter((pack) => !leaving.includes(pack)));
  const isWanted = ({ pack }: Pick<Register, 'pack'>): boolean => pack === undefined || wanted.includes(pack);
  const registers = REGISTERS.filter(isWanted);
  const allPages = PAGES.filter(isWanted);

  // All reading comes before all writing.
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
    stages: stageCount(settings),
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

  const add = ({ id, name }: Register | PageMark, first: boolean): WorkbookTab =>
    carrying.find((tab) => tab.id === id) ?? workbook.addTab(id, name, first);
  const locked = new Set<string>();
  /** @returns whether it was done */
  const unlessLocked = ({ name }: WorkbookTab, work: () => void): boolean => {
    const isDone = ifAllowed(work);
    if (!isDone) locked.add(name);
    return isDone;
  };

  const currency = settings ? readSettings(settings).currency : beginning.currency;
  const context: Omit<LayoutContext, 'places'> = {
    currency,
    firstRows: beginning.firstRows,
    choicesIn: (from, column) => {
      // A KPI is of both or of one of the parties.
      const [tableId, key] =
        from === sides.id ? [parties.id, 'party' satisfies keyof typeof parties.columns] : [from, column];
      const tab = registers.find((one) => tablesOf(one).some(({ id }) => id === tableId));
      const table = tab && tablesOf(tab).find(({ id }) => id === tableId);
      if (!table) return [];
      const cells = standing.get(tab.id);
      const rows: readonly Record<string, unknown>[] = cells
        ? readRows(table, cells)
        : (beginning.firstRows[tableId] ?? table.initial ?? []);
      return rows.map((row) => (row[key] ?? '') as Cell);
    },
  };
  /** Where the tables stand once all is done but in the tabs that are held back. */
  const placesWithout = (held: ReadonlySet<string>, locate: (id: string) => Located): Placement[] => [
    ...registers.flatMap((tab): Placement[] => {
      if (missing(tab)) return held.has(tab.id) ? [] : [freshPlacement(tab, locate(tab.id))];
      const completed = held.has(tab.id) ? undefined : outdated.find((one) => one.tab === tab)?.completion.placement;
      return [completed ?? foundPlacement(tab, readyTab(tab.id)!, standing.get(tab.id)![0] ?? [])];
    }),
    ...allPages.flatMap((page) =>
      page.columns && !(missing(page) && held.has(page.id)) ? [pagePlacement(page, locate(page.id))] : [],
    ),
  ];
  const mayNotWrite = [...outdated.map((one) => one.standing), ...toRedraw.map(({ added }) => added)].filter(
    (tab) => !unlessLocked(tab, () => tab.tryToWrite()),
  );
  const freshPages = allPages.filter(missing);
  const held = heldBack(
    new Set(mayNotWrite.map(({ id }) => id)),
    [
      ...registers
        .filter((tab) => missing(tab) || incomplete.includes(tab))
        .map((tab) => ({ id: tab.id, layOut: (places: readonly Placement[]) => layOut(tab, { ...context, places }) })),
      ...[...freshPages, ...toRedraw.map(({ page }) => page)].map((page) => ({
        id: page.id,
        layOut: (places: readonly Placement[]) =>
          layOutPage(pageOfSize(designs[page.id]!, size(page)), { ...context, places, gids: {} }),
      })),
    ],
    (ids) => placesWithout(ids, (id) => readyTab(id) ?? { name: id, gid: 0 }),
  );
  const goesOn = ({ id }: { id: string }): boolean => !held.has(id);
  const old = outdated.filter(({ tab }) => goesOn(tab));
  const redrawn = toRedraw.filter(({ page }) => goesOn(page));
  const waiting = [...registers, ...allPages].flatMap(({ id, name }) => {
    const now = readyTab(id)?.name ?? name;
    return held.has(id) && !locked.has(now) ? [now] : [];
  });

  const fresh = registers
    .filter(missing)
    .filter(goesOn)
    .map((tab) => ({ tab, added: add(tab, false) }));
  const pages = freshPages.filter(goesOn).map((page) => ({
    page,
    added: add(page, page === PAGES[0]),
  }));
  const drawn = [...pages, ...redrawn].map((one) => ({
    ...one,
    kept: one.added.keeping(Object.keys(pageOfSize(designs[one.page.id]!, size(one.page)).inputs ?? {})),
  }));
  const all = 2 * (fresh.length + old.length) + drawn.length;
  let begun = 0;
  const step = (doing: string, { name }: WorkbookTab): void => workbook.tell(`${doing} ${name} … ${++begun} of ${all}`);
  for (const { standing: tab, completion: plan } of old) tab.insertColumns(plan.inserts);

  const located = (id: string): Located =>
    readyTab(id) ?? [...fresh, ...pages].find(({ added }) => added.id === id)!.added;
  const places = placesWithout(held, located);
  const placed: LayoutContext = { ...context, places };
  for (const { tab, added } of fresh) added.makeWide(columnCount(freshPlacement(tab, added)));
  for (const { page, added } of drawn) added.makeWide(pageOfSize(designs[page.id]!, size(page)).widths.length);
  for (const { tab, added } of fresh) {
    step('Making', added);
    added.layOut(layOut(tab, placed));
  }
  for (const tab of old) {
    step('Bringing up to date:', tab.standing);
    finish(tab, layOut(tab.tab, placed));
  }
  for (const { tab, standing: found, completion: plan, blank } of old) {
    leaveUnformatted(found, plan.placement.positions[tab.id]!, blank);
  }
  const placeOf = (tab: Register): Placement => places.find(({ tabId }) => tabId === tab.id)!;
  const mended = complete.flatMap((tab) => {
    const place = placeOf(tab);
    const wrong = ifThere(() => wrongHeadings(tab, place, headings.get(tab.id)!, places)) ?? [];
    const blocks = headingBlocks(wrong);
    if (blocks.length === 0) return [];
    const found = readyTab(tab.id)!;
    return unlessLocked(found, () => settled(found, found.write(blocks))) ? [place.tabName] : [];
  });
  const gids = Object.fromEntries([
    ...places.map(({ tabId, gid }) => [tabId, gid] as const),
    ...drawn.map(({ page, added }) => [page.id, added.gid] as const),
    ...allPages.flatMap(({ id }) => {
      const gid = readyTab(id)?.gid;
      return gid === undefined ? [] : [[id, gid] as const];
    }),
  ]);
  const inLinks = { ...placed, gids };
  const movesTabs = fresh.length > 0 || leaving.length > 0;
  for (const { page, found, formulas } of kept) {
    const { cells = [] } = ifThere(() => layOutPage(pageOfSize(designs[page.id]!, found.size ?? 0), inLinks)) ?? {};
    const blocks = wrongFormulas(cells, formulas).filter(({ standing }) => movesTabs || standing.includes('#REF!'));
    if (blocks.length === 0) continue;
    const isDone = unlessLocked(found, () => settled(found, found.write(blocks)));
    if (isDone && !movesTabs) mended.push(found.name);
  }
  const mendLists = (tab: Register): string[] => {
    const place = placeOf(tab);
    const found = readyTab(tab.id)!;
    const lists = ifThere(() => listsOf(tab, place, places)) ?? [];
    let isMended = false;
    unlessLocked(found, () => (isMended = found.mendLists(lists)));
    return isMended ? [place.tabName] : [];
  };
  const relisted = complete.flatMap(mendLists);
  // Columns that were put in may have moved what their lists are taken from.
  for (const { tab } of old) mendLists(tab);
  const folded = complete.flatMap((tab) => {
    const found = readyTab(tab.id)!;
    const foldAway = (): void => {
      found.fold(columnsToFold(tab, placeOf(tab)));
      found.markReady({ version: tab.version, currency: found.currency, folded: true });
    };
    return !found.folded && unlessLocked(found, foldAway) ? [found.name] : [];
  });
  const renewedTabs = old.map(({ tab }) => tab).filter(isOld);
  for (const { page, added, kept } of drawn) {
    step('Drawing', added);
    const former = isOld(page) ? designs[page.id]![0]!.formerRows : pageOfSize(designs[page.id]!, added.size ?? 0).rows;
    added.draw(layOutPage(pageOfSize(designs[page.id]!, size(page)), inLinks, former), kept);
  }
  const marked = (tab: Register, added: WorkbookTab, isFresh: boolean): Omit<Made, 'currency'> => {
    const columns = columnsToMark(tab, placeOf(tab));
    step('Finishing', added);
    added.mark(columns, isFresh);
    if (!isFresh && !added.folded) added.fold(columnsToFold(tab, placeOf(tab)));
    if (tab.locked && isFresh) added.lock();
    return { version: tab.version, headings: columns.map(({ heading }) => heading), folded: true };
  };
  const ofSample: Pick<Made, 'sample'> = beginning.alone ? { sample: true } : {};
  for (const { tab, added } of fresh) {
    if (tab.hidden) added.hide();
    added.markReady({ ...marked(tab, added, true), ...ofSample, currency });
  }
  // Columns that stood keep their formats for now.
  for (const { tab, standing: renewed } of old) {
    renewed.markReady({ ...marked(tab, renewed, false), currency: renewed.currency });
  }
  for (const { page, added } of pages) if (page.hidden) added.hide();
  for (const { page, added } of drawn) {
    const isFresh = pages.some((one) => one.added === added);
    added.markReady({ version: page.version, ...(isFresh && ofSample), currency, size: size(page) });
  }
  pages[0]?.added.show(1);
  return {
    added: [...pages.map(({ page }) => page.name), ...fresh.map(({ tab }) => tab.name)],
    renewed: [
      ...redrawn.flatMap(({ page, added: { name } }) => (isOld(page) || isBroken ? [name] : [])),
      ...old.flatMap(({ tab, standing: { name } }) => (renewedTabs.includes(tab) ? [name] : [])),
      ...folded,
    ],
    resized: redrawn.flatMap(({ page, added: { name } }) => (isOld(page) || isBroken ? [] : [name])),
    locked: [...locked],
    waiting,
    relisted,
    mended: [...mended, ...old.flatMap(({ tab, standing: { name } }) => (renewedTabs.includes(tab) ? [] : [name]))],
  };
}

/** Formulas of a standing page that are not as they should be, as blocks, each with what stands there. */
function wrongFormulas(
  cells: readonly (readonly Cell[])[],
  standing: readonly (readonly string[])[],
): (Block & { standing: string })[] {
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const formula = String(cell);
      const is = standing[row]?.[column] ?? '';
      if (!formula.startsWith('=') || sameFormula(is, formula)) return [];
      return [{ row: row + 1, column: column + 1, cells: [[formula]], standing: is }];
    }),
  );
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

/** Up to the last one that is ours. */
const columnCount = ({ positions }: Placement): number =>
  1 + Math.max(...Object.values(positions).flatMap((table) => Object.values(table)));

const firstCount = ({ id }: Table, { firstRows }: Pick<LayoutContext, 'firstRows'>): number =>
  firstRows[id]?.length ?? 0;

/** Stages of the lifecycle; those that Settings begins with where it has none yet. */
const stageCount = (settings: readonly (readonly Cell[])[] = []): number =>
  new Set(readRows(stages, settings).flatMap(({ stage }) => stage ?? [])).size ||
  new Set(stages.initial!.map(({ stage }) => stage)).size;

const rowCount = (table: Table, cells: readonly (readonly Cell[])[] = []): number => readRows(table, cells).length;

/** Gives a tab of an older version its new columns, its present formulas and the settings it lacks. */
function finish({ tab, standing, cells, completion: { slots, placement } }: Old, layout: TabLayout): void {
  // A new table's first column comes last: until it stands, a table that was cut short counts as new.
  for (const [slot, { position, isNew, inNewTable }] of [...slots.entries()].reverse()) {
    if (isNew) standing.layOutColumn(position + 1, columnOf(layout, slot, inNewTable));
  }
  const formulas = slots.flatMap(({ position, isNew }, slot) =>
    isNew || position < 0 || layout.headings[slot] !== 'computed'
      ? []
      : [{ column: position + 1, formula: layout.cells[0]![slot]! }],
  );
  settled(standing, standing.write([...takenOver(tab, cells, placement), ...headingBlocks(formulas)]));
  for (const table of tablesOf(tab)) addValues(table, standing, cells, placement.positions[table.id]!, slots, layout);
}

/** Formulas of row 1 by their columns, from 1: one write for those that stand side by side. */
const headingBlocks = (formulas: readonly { column: number; formula: Cell }[]): Block[] =>
  rowBlocks(
    1,
    Object.fromEntries(formulas.map(({ column, formula }) => [column, formula])),
    Object.fromEntries(formulas.map(({ column }) => [column, column - 1])),
  );

/** What new columns take over from others, of a tab that stands as `cells` says. */
function takenOver(tab: Register, cells: readonly (readonly Cell[])[], { positions }: Placement): Block[] {
  return tablesOf(tab).flatMap((table) => {
    const before = findColumns(table, cells[0] ?? []).positions;
    return Object.entries(table.columns).flatMap(([key, { takesOver }]) => {
      if (takesOver === undefined || before[key]! >= 0 || before[takesOver]! < 0 || cells.length < 2) return [];
      const below = cells.slice(1).map((row) => [row[before[takesOver]!] ?? '']);
      return [{ row: 2, column: positions[table.id]![key]! + 1, cells: below }];
    });
  });
}

/**
 * Writes the settings and limits that an older version did not have below the others, with what they begin with. A table
 * that is new has them already.
 */
function addValues(
  table: Table,
  standing: WorkbookTab,
  cells: readonly (readonly Cell[])[],
  positions: Positions,
  slots: Completion['slots'],
  layout: TabLayout,
): void {
  const { values, initial = [] } = table;
  const [name = ''] = Object.keys(table.columns);
  const before = findColumns(table, cells[0] ?? []).positions;
  if (!values || before[name]! < 0) return;
  const valueSlot = slots.findIndex(({ position }) => position === positions[values.key]);
  let end = endOf(table, cells, before);
  initial.forEach((row, index) => {
    if (cells.some((line) => sameText(line[before[name]!], row[name]))) return;
    end++;
    standing.prepareCell(
      end,
      positions[values.key]! + 1,
      layout.formats[index]![valueSlot]!,
      layout.validations[index]![valueSlot]!,
    );
    settled(standing, standing.write(rowBlocks(end, row, positions)));
  });
}
