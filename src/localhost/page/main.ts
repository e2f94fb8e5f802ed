import type { FUniver } from '@univerjs/core/facade';
import { BandingLayer } from './bandings';
import { CellErrors } from './cell-errors';
import { CellLinks } from './cell-links';
import { ChartLayer } from './charts/chart-layer';
import { ConditionalFormats } from './conditional-formats';
import { Completion } from './completion';
import { Connection } from './connection';
import { Dialogs } from './dialogs';
import { byId, element } from './dom';
import { ImportAccess } from './import-access';
import { showExecutions } from './executions';
import { Frames } from './frames';
import { createGrid } from './grid';
import { GuardedCells } from './guarded-cells';
import { PageLocale } from './locale';
import { Opening } from './opening';
import { currentUser } from './people';
import { printSheets } from './print';
import { runFunction } from './project';
import { RangeLists } from './range-lists';
import { keepRowHeights } from './row-heights';
import { watchSelection } from './selection';
import { type HostState, type InterfaceMessage, Session } from './session';
import { Sidebar } from './sidebar';
import { Toasts } from './toasts';
import { TopBar } from './top-bar';
import { activateRange } from './view';

declare global {
  interface Window {
    /** Univer's facade, for tests and scripts. */
    univerAPI: FUniver;
    hostState: Readonly<HostState>;
  }
}

const user = currentUser();
const gridElement = byId('grid');
const grid = createGrid(gridElement);
const opening = new Opening(byId('opening'));
const toasts = new Toasts(byId('toasts'));
const connection = new Connection(byId('banner'), gridElement, grid.focus);
const cellErrors = new CellErrors(grid, gridElement);
const cellLinks = new CellLinks(grid);
const bandings = new BandingLayer(grid);
const guardedCells = new GuardedCells(grid.api);
const charts = new ChartLayer(grid.api, grid.univer);
const pageLocale = new PageLocale(grid);
const conditionalFormats = new ConditionalFormats(grid);
const completion = new Completion(grid);
new RangeLists(grid);
printSheets(grid.api);
keepRowHeights(grid);
const frames = new Frames(run, grid.focus);
const sidebar = new Sidebar(byId('workspace'), frames, grid.focus);
const dialogs = new Dialogs(frames, grid.focus);
const topBar = new TopBar(
  user,
  guardedCells.element,
  (functionName, caption) => void runMenuItem(functionName, caption),
  (caption, text) => dialogs.alert(caption, text),
  () => void showExecutions(dialogs),
  [
    { caption: 'Download .xlsx', run: () => void download('/download/xlsx') },
    { caption: 'Download this tab as CSV', run: () => void download(`/download/csv?sheet=${activeSheetId()}`) },
  ],
  grid.focus,
);

const session = new Session(grid, user, {
  onState: ({ ready, pending }) => {
    if (ready) topBar.showStatus(pending > 0 ? 'Saving…' : 'All changes saved');
  },
  onShown: (title, locale) => {
    opening.end();
    pageLocale.use(locale);
    topBar.showTitle(title);
    connection.restored();
    cellErrors.refresh();
    guardedCells.refresh();
    charts.refresh();
    selection.sendAgain();
  },
  onRefused: (reason) => toasts.show('Your last edit was not written', reason, 12),
  onLost: (unsaved, reason) => {
    topBar.showStatus('Not connected');
    if (reason !== '') opening.say(reason);
    connection.lost(unsaved, reason);
  },
  onInterface: showMessage,
});
const importAccess = new ImportAccess(grid.api, byId('workspace'), (id) => session.allowImport(id));
const selection = watchSelection(
  grid.api,
  (place) => session.sendSelection(place),
  () => {
    cellErrors.update();
    cellLinks.update();
    guardedCells.update();
    importAccess.update();
  },
);

window.univerAPI = grid.api;
window.hostState = session.state;

/** Calls the project when the host knows everything the person has done so far: what is being typed counts as typed. */
async function run(functionName: string, args: unknown[]) {
  const workbook = grid.api.getActiveWorkbook();
  if (workbook?.isCellEditing()) await workbook.endEditingAsync(true);
  selection.sendNow();
  await session.allTaken();
  return runFunction({ functionName, args, user });
}

/** The file holds everything the person has done so far. */
async function download(address: string): Promise<void> {
  await session.allTaken();
  element('a', { href: address, download: '' }).click();
}

const activeSheetId = (): string =>
  encodeURIComponent(grid.api.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? '');

/** Milliseconds for which a running function needs no word. */
const unnoticed = 500;

async function runMenuItem(functionName: string, caption: string): Promise<void> {
  let closeToast = () => {};
  const timer = setTimeout(() => {
    closeToast = toasts.show('', `Running “${caption}”…`, -1);
  }, unnoticed);
  const reply = await run(functionName, []);
  clearTimeout(timer);
  closeToast();
  if ('error' in reply) dialogs.alert(`“${caption}” failed`, reply.error.message);
}

function showMessage(message: InterfaceMessage): void {
  switch (message.type) {
    case 'opening':
      opening.say(message.text);
      break;
    case 'locale':
      pageLocale.use(message.locale);
      break;
    case 'functions':
      completion.replace(message.functions);
      break;
    case 'menus':
      topBar.showMenus(message.menus);
      break;
    case 'sidebar':
      sidebar.show(message.title, message.contentId);
      break;
    case 'closeSidebar':
      sidebar.remove();
      break;
    case 'dialog':
      dialogs.show(message);
      break;
    case 'closeDialog':
      dialogs.remove();
      break;
    case 'toast':
      toasts.show(message.title, message.message, message.seconds);
      break;
    case 'alert':
      dialogs.alert(message.title, message.message);
      break;
    case 'question':
      dialogs.ask(message, (answer) => session.answer(message.id, answer));
      break;
    case 'answered':
      dialogs.answered(message.id);
      break;
    case 'activate':
      activateRange(grid.api, message, true);
      break;
    case 'cellErrors':
      cellErrors.replace(message.errors);
      importAccess.replace(message.errors);
      break;
    case 'guarded':
      guardedCells.replace(message.cells);
      break;
    case 'charts':
      charts.replace(message.charts);
      break;
    case 'bandings':
      bandings.replace(message.bandings);
      break;
    case 'conditionalFormats':
      conditionalFormats.take(message.matches);
      break;
  }
}
