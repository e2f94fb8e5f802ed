import type { HostOptions } from '../contract/host';
import type { StateValue } from '../contract/state';
import { People } from '../access/people';
import { Protections } from '../access/protections';
import type { HostClock } from '../clock/host-clock';
import { type EngineRealm, engineAtOnce } from '../engine/realm/engine-realm';
import { ChangeKeeper } from '../file/change-keeper';
import { ChangeLog } from '../file/change-log';
import { onlyRead } from '../file/only-read';
import { type KeptFile, fillWorkbook } from '../file/opening';
import { WorkbookFile } from '../file/workbook-file';
import { CustomFunctionCalls } from '../script/custom-function-calls';
import type { Execution } from '../script/execution';
import { followMoves } from '../workbook/moving-areas';
import { LocalState } from '../workbook/local-state';
import { Workbook } from '../workbook/workbook';

/** What a second workbook has of the host that opens it. */
export interface Surroundings {
  clock: HostClock;
  /** The zone of a workbook that says none. */
  timeZone: string;
  /** Functions of the project that cells may call. */
  functionNames: string[];
  /** Names the code that answers formulas, but for the engine's. */
  by(engine: string): string;
  run<T>(name: string, use: (execution: Execution) => T): T;
}

/** A workbook of the same folder, for as long as somebody needs it. Nobody looks at it. */
export class NeighbourBook {
  readonly workbook: Workbook;
  readonly people: People;
  readonly protections: Protections;
  private readonly realm: EngineRealm;
  private readonly keeper: ChangeKeeper;

  /**
   * For reading and writing: the file is this host's until it is closed.
   * @param begins the state of a file that is made
   * @throws Error with a sentence for a person
   */
  static open(
    path: string,
    at: Surroundings,
    write?: HostOptions['writeBytes'],
    begins: Readonly<Record<string, StateValue>> = {},
  ): NeighbourBook {
    const file = new WorkbookFile(path, write);
    try {
      return new NeighbourBook(at, file, file, begins);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** For reading alone, whoever has it open. @throws Error when the file cannot be read */
  static read(path: string, at: Surroundings): NeighbourBook {
    return new NeighbourBook(at, onlyRead(path));
  }

  private constructor(
    at: Surroundings,
    kept: KeptFile,
    file?: WorkbookFile,
    begins: Readonly<Record<string, StateValue>> = {},
  ) {
    let loaded = false;
    const { clock } = at;
    const log = new ChangeLog(
      () => loaded && file !== undefined,
      (id) => this.realm.engine.styleById(id),
    );
    this.realm = engineAtOnce({
      now: () => this.workbook.timeZone.serialOf(clock.now()),
      locale: () => this.workbook.locale,
      callFunction: (...call) => calls.call(...call),
      // A chain of files that import from each other has no end.
      importRange: () => ({ error: 'An imported range that imports another one is not calculated here.' }),
      onMutation: (mutation) => {
        this.workbook.noteMutation(mutation);
        log.noteMutation(mutation);
        if (loaded) followMoves(this.workbook, mutation);
      },
    });
    const state = new LocalState((key, value) => log.noteState(key, value));
    for (const [key, value] of Object.entries(begins)) state.restore(key, value);
    this.workbook = new Workbook(this.realm, state, at.timeZone);
    this.people = new People(state);
    this.protections = new Protections(state, this.people);
    this.keeper = new ChangeKeeper(log, file);
    const calls = new CustomFunctionCalls(
      (name, use) => at.run(name, use),
      () => this.workbook.timeZone,
    );
    fillWorkbook(
      this.realm,
      this.workbook,
      kept,
      {
        functionNames: at.functionNames,
        by: at.by(this.realm.version),
        restoreErrors: (errors) => calls.restore(errors),
        snapshot: () => ({ workbook: this.realm.engine.save(), state: state.toJSON() }),
      },
      undefined,
    );
    loaded = true;
  }

  /** What was changed is in the file when this returns. @throws NotWritten */
  keep(): void {
    this.workbook.settle();
    this.keeper.keep();
  }

  close(): void {
    this.keeper.close();
  }
}
