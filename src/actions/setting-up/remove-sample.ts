import { checkForm, type Submission } from '../../schema/checks';
import type { Cell } from '../../schema/column';
import { formModel, type FormModel } from '../../schema/form';
import type { Opening } from '../asking/opening';
import { removeForm } from './remove-form';
import { readSample, type Sample } from '../../sample/sample';
import { parties, settings as settingsRegister } from '../../registers/settings';
import { findColumns } from '../../schema/table';
import { isoOfDay } from '../../calc/day';
import { SETTINGS } from '../../registers/setting-list';
import { readSettings } from '../settings';
import { joinRuns, rowBlocks } from '../rows/blocks';
import { takeOutRows } from '../rows/take-out';
import { fixedChoices } from '../asking/choices';
import type { Outcome } from '../asking/outcome';
import { leavingWith, packsOfSample, takeOutPacks } from './leave-packs';
import { wholeRow } from './fill';
import { survey, type SurveyedRow, type SurveyedTab } from './sample';
import { readyTabs } from '../tabs';
import { NotReady, settled, type Block, type Workbook } from '../workbook';

/** Says what would go and what would stay, once the rows have been counted. */
export function openRemoveSample(workbook: Workbook, opening: Opening): FormModel {
  const ready = readyTabs(workbook);
  const { locale } = workbook;
  if (opening === 'at once') return formModel(removeForm, locale, fixedChoices, { changed: 'keep' }, null);
  const rows = survey(ready, readSample(workbook.projectFile('sample'))).flatMap((one) => one.rows);
  const count = (is: SurveyedRow['is']): number => rows.filter((row) => row.is === is).length;
  // What a page begins with is not the sample's, though it is filled in.
  const filledIn = rows.filter(({ is, begun }) => is === 'sample' && begun).length;
  const isGone = count('sample') + count('changed') === 0 && packsOfSample(ready.all).length === 0;
  if (isGone) throw new NotReady('There is no sample in this sheet.');
  const introduction =
    `${count('sample') - filledIn} rows are as the sample brought them, ${count('changed')} were changed or have something of ` +
    `yours beside them, ${count('own')} are your own. Your own rows stay, and so does everything in Settings but the sample’s sides. ` +
    (filledIn > 0
      ? `${filledIn} rows that pages begin with are filled in by the sample; they become what they were. `
      : '') +
    'Tabs that came with the sample go, unless you have written in them.';
  return formModel({ ...removeForm, introduction }, locale, fixedChoices, { changed: 'keep' }, null);
}

/**
 * Takes the sample's rows out of the logs, its sides out of Settings where no row that stays names them, and the tabs that
 * came with it where nothing of anybody's stands in them. Whatever a broken run leaves is found by the next one: the rows
 * say so, and then the marks of the tabs.
 */
export function removeSample(workbook: Workbook, { locale, values: typed }: Submission): Outcome {
  const checked = checkForm(removeForm, typed, { locale, choices: fixedChoices });
  if ('errors' in checked) return { kind: 'errors', errors: checked.errors };
  const goes = ({ is }: SurveyedRow): boolean =>
    is === 'sample' || (is === 'changed' && checked.values.changed === 'remove');
  return workbook.exclusively((): Outcome => {
    const ready = readyTabs(workbook);
    const sample = readSample(workbook.projectFile('sample'));
    const logs = survey(ready, sample);
    const settings = ready(settingsRegister);
    const stays = logs.flatMap(({ rows }) => rows.filter((row) => !goes(row)));
    const cells = settings.read();
    const sides = sidesToEmpty(sample, cells, stays);
    const blocks = [...(sides.length > 0 ? settingsToEmpty(cells) : []), ...sides];
    let [gone, begunAnew] = [0, 0];
    const takeOut = (one: SurveyedTab): void => {
      const { register, tab, rows, cells } = one;
      const going = rows.filter(goes);
      const back = backToBegin(one, going);
      const leaving = going.map(({ row }) => row).filter((row) => !back.has(row));
      if (back.size > 0) settled(tab, tab.write(joinRuns([...back.values()].flat()), [], cells.length));
      if (leaving.length > 0) settled(tab, takeOutRows(tab, register, cells, leaving));
      gone += leaving.length;
      begunAnew += back.size;
    };
    // Whoever may not write in a locked tab has changed nothing yet.
    logs.filter(({ register }) => register.locked).forEach(takeOut);
    if (sides.length > 0) settled(settings, settings.write(blocks, [], cells.length));
    logs.filter(({ register }) => !register.locked).forEach(takeOut);
    const packs = packsOfSample(ready.all);
    const tabs = leavingWith(packs, ready.all);
    const names = tabs.map(({ name }) => name);
    if (tabs.length > 0) takeOutPacks(workbook, ready.all, packs, tabs);
    workbook.tell('');
    const kept = stays.filter(({ is }) => is === 'changed').length;
    return {
      kind: 'written',
      message:
        `Removed: ${gone} rows of the sample.` +
        (begunAnew > 0 ? ` ${begunAnew} rows that pages begin with are as they began.` : '') +
        (kept > 0
          ? ` ${kept} that were changed stay. To take them out as well, choose “remove” and send it again.`
          : '') +
        (sides.length > 0 ? ' Now enter your own sides.' : '') +
        (names.length > 0 ? ` The tabs that came with it are gone, too: ${names.join(', ')}.` : ''),
      where: null,
      next: { changed: 'keep' },
      needsRoom: true,
      ...(sides.length > 0 && { follow: { form: 'set-up', label: 'Set up this sheet' } }),
    };
  });
}

/** Rows with which their table begins, as blocks that make them what they were, by where they stand. */
function backToBegin({ table, cells }: SurveyedTab, going: readonly SurveyedRow[]): Map<number, Block[]> {
  const { positions } = findColumns(table, cells[0] ?? []);
  return new Map(
    going.flatMap(({ row, begun }) =>
      begun ? [[row, rowBlocks(row, wholeRow(table, begun), positions)] as const] : [],
    ),
  );
}

/** The sample's sides that stand in Settings as they came and are named by no row that stays, as empty blocks. */
function sidesToEmpty(sample: Sample, cells: readonly (readonly Cell[])[], stays: readonly SurveyedRow[]): Block[] {
  const { columns, rows } = sample.parties!;
  const { positions } = findColumns(parties, cells[0] ?? []);
  const at = columns.map((key) => positions[key as keyof typeof positions]);
  const blank = Object.fromEntries(columns.map((key) => [key, '']));
  const named = new Set(stays.flatMap((row) => row.cells));
  return joinRuns(
    cells.flatMap((line, index) =>
      rows.some((side) => !named.has(side[0]!) && side.every((cell, column) => line[at[column]!] === cell))
        ? rowBlocks(index + 1, blank, positions)
        : [],
    ),
  );
}

/** The start of the sample, a first of a month, and that it is shared: without its sides they mean nothing. */
function settingsToEmpty(cells: readonly (readonly Cell[])[]): Block[] {
  const { positions } = findColumns(settingsRegister, cells[0] ?? []);
  const { start } = readSettings(cells);
  const given = [
    ...(start !== null && isoOfDay(start).endsWith('-01') ? [SETTINGS.start.header] : []),
    SETTINGS.shared.header,
  ];
  return joinRuns(
    cells.flatMap((line, index) =>
      given.includes(String(line[positions.setting])) ? rowBlocks(index + 1, { value: '' }, positions) : [],
    ),
  );
}
