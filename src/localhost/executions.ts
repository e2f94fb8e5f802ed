import { ContentStore } from './content-store';
import { Execution } from './execution';
import type { ExecutionRecord } from './host-contract';
import { LocalStores } from './local-stores';
import type { People } from './people';
import type { Project } from './project';
import type { ToPage } from './protocol';
import type { Environment } from './services/environment';
import { servicesFor } from './services/services';
import { SheetService } from './services/sheet';
import { SpreadsheetService } from './services/spreadsheet';
import type { Workbook } from './workbook';

/** Executions remembered for whoever asks. */
const REMEMBERED = 1000;

/** Starts executions and remembers what they did. */
export class Executions {
  readonly records: ExecutionRecord[] = [];
  readonly contents = new ContentStore();
  private readonly stores = new LocalStores();
  private readonly defined = new Map<string, boolean>();

  constructor(
    private readonly project: Project,
    private readonly title: string,
    private readonly workbook: Workbook,
    private readonly people: People,
    private readonly tell: (user: string, message: ToPage) => void,
  ) {}

  /** Whether the project defines a function, such as a simple trigger. The files do not change while the host runs. */
  projectHas(name: string): boolean {
    let has = this.defined.get(name);
    if (has === undefined) {
      has = this.prepare('', true).execution.has(name);
      this.defined.set(name, has);
    }
    return has;
  }

  /** An execution of `user`; what it wrote is in the workbook, recalculated, when this returns or throws. */
  run<T>(name: string, user: string, use: (execution: Execution, environment: Environment) => T): T {
    const { environment, execution } = this.prepare(user, false);
    try {
      return use(execution, environment);
    } finally {
      this.workbook.settle();
      this.stores.locks.releaseAll(environment);
      this.remember(execution.record(name, user));
    }
  }

  /** An execution for a cell: nobody's, and it may only read. It may run in the middle of a recalculation. */
  runForCell<T>(name: string, use: (execution: Execution) => T): T {
    const { execution } = this.prepare('', true);
    try {
      return use(execution);
    } finally {
      this.remember(execution.record(name, ''));
    }
  }

  private prepare(user: string, readOnly: boolean): { environment: Environment; execution: Execution } {
    const environment = this.environmentFor(user);
    const execution = new Execution(
      this.project,
      (log) => servicesFor(Object.assign(environment, { log }), !readOnly),
      readOnly,
    );
    return { environment, execution };
  }

  private environmentFor(user: string): Environment {
    const { workbook, project, title, contents, stores, people } = this;
    const environment: Environment = {
      workbook,
      project,
      user,
      title,
      contents,
      stores,
      selection: () => people.selection(user),
      select: (selection) => {
        people.select(user, selection);
        this.tell(user, { type: 'activate', ...selection });
      },
      tell: (message) => this.tell(user, message),
      showMenu: (menu) => {
        people.showMenu(user, menu);
        this.tell(user, { type: 'menus', menus: people.menusOf(user) });
      },
      log: () => undefined,
      spreadsheet: () => new SpreadsheetService(environment).asGoogle,
      sheet: (sheetId) => new SheetService(environment, sheetId).asGoogle,
    };
    return environment;
  }

  private remember(record: ExecutionRecord): void {
    this.records.push(record);
    if (this.records.length > REMEMBERED) this.records.shift();
  }
}
