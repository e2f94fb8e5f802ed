import {
  CustomCommandExecutionError,
  type ICommandInfo,
  type IExecutionOptions,
  ICommandService,
  IUndoRedoService,
  LifecycleService,
  LifecycleStages,
} from '@univerjs/core';
import { SetRangeValuesUndoMutationFactory } from '@univerjs/sheets';
import type { Mutation, Snapshot } from '../contract/protocol';
import { inlineStyles } from '../engine/univer/inline-styles';
import type { Grid, WorkbookData } from './grid';
import { HeightTasks } from './height-tasks';
import { isNoteEcho, isShared, prepareShared, spillMutation } from './mutations';
import { retireWorkbook } from './retire';
import { afterMicrotasks } from './tasks';
import { UndoMemory } from './undo-memory';
import { keepView } from './view';
import { WrappedRows } from './wrapped-rows';

/** The workbook on the page as a mirror of the host's: applies the host's changes and tells of the person's own. */
export class Mirror {
  private readonly commands: ICommandService;
  private readonly undoMemory: UndoMemory;
  private readonly lifecycle: LifecycleService;
  private readonly wrappedRows: WrappedRows;
  private applying = false;
  /** Parameters of the host's mutation that is just being executed: what else is executed then is the grid's own doing. */
  private hostParams: unknown;
  private collected: Mutation[] = [];
  private unitId: string | undefined;
  private readonly heightTasks: HeightTasks;

  /**
   * @param onEdit told of all mutations that one action of the person made, after the action
   * @param onCollect told when an action has begun to make mutations
   */
  constructor(
    private readonly grid: Grid,
    private readonly onEdit: (mutations: Mutation[]) => void,
    private readonly onCollect: () => void,
  ) {
    const injector = grid.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.heightTasks = new HeightTasks(this.commands);
    this.undoMemory = new UndoMemory(
      injector.get(IUndoRedoService),
      (sheetId, row, column) =>
        grid.api.getActiveWorkbook()?.getWorkbook().getSheetBySheetId(sheetId)?.getCellRaw(row, column),
      (params) => SetRangeValuesUndoMutationFactory(injector, params),
    );
    this.wrappedRows = new WrappedRows(grid.api, this.commands);
    this.lifecycle = injector.get(LifecycleService);
    this.commands.beforeCommandExecuted((command, options) => {
      if (command.params !== undefined && command.params === this.hostParams) return;
      // The way to keep a mutation from being executed.
      if (isNoteEcho(command, options)) throw new CustomCommandExecutionError('The host moves the notes.');
      if (!this.applying) prepareShared(command);
    });
    this.commands.onMutationExecutedForCollab((command, options) => this.collect(command, options));
  }

  /** Whether an action of the person is not yet handed on. */
  get collecting(): boolean {
    return this.collected.length > 0;
  }

  /**
   * Shows this workbook instead of the one before; the active sheet and the selection stay where they can.
   * @param onReplaced called at once when it is replaced: from then on the person's edits stand on this workbook
   */
  async load(snapshot: Snapshot, onReplaced: () => void): Promise<void> {
    const { api } = this.grid;
    this.handOn();
    const restore = keepView(api);
    this.applying = true;
    try {
      if (this.unitId !== undefined) {
        this.undoMemory.forget(this.unitId);
        this.heightTasks.cancel();
        retireWorkbook(api, this.commands);
      }
      this.unitId = api.createWorkbook(snapshot.workbook as WorkbookData).getId();
    } finally {
      this.applying = false;
    }
    onReplaced();
    // The grid takes a moment to draw a first workbook; keys pressed before that are lost.
    await this.lifecycle.onStage(LifecycleStages.Rendered);
    await afterMicrotasks();
    if (snapshot.spilled) this.execute({ id: spillMutation, params: snapshot.spilled, options: { onlyLocal: true } });
    restore();
    this.wrappedRows.opened();
  }

  /**
   * Applies changes of the host in order. Throws when one does not fit: the mirror is then out of step.
   * @param step what a script does for the person, who can undo it
   */
  async apply(mutations: Mutation[], step?: string): Promise<void> {
    this.handOn();
    const ordinary = mutations.filter(({ id }) => id !== spillMutation);
    const spill = mutations.filter(({ id }) => id === spillMutation).at(-1);
    for (const mutation of ordinary) {
      if (step === undefined) this.undoMemory.othersDo(mutation);
      else this.undoMemory.scriptDoes(mutation, step);
      this.execute(mutation);
    }
    this.wrappedRows.written(ordinary);
    if (spill) {
      // The grid answers every cell edit with its own, empty spill data in a microtask: the host's must come last.
      await afterMicrotasks();
      this.execute(spill);
    }
  }

  /** Does on this workbook what the person did on the one before; it is not told again. Throws when something does not fit. */
  doAgain(mutations: Mutation[]): void {
    for (const mutation of mutations) this.execute(mutation);
  }

  /** Hands on what the person's last action made, at once. */
  handOn(): void {
    if (this.collected.length === 0) return;
    const mutations = this.collected;
    this.collected = [];
    this.onEdit(mutations);
  }

  private collect(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (this.applying || options?.onlyLocal || options?.fromCollab || !isShared(command.id)) return;
    if (this.collected.length === 0) {
      this.onCollect();
      // An action makes all its mutations in one go; together they are one edit.
      void afterMicrotasks().then(() => this.handOn());
    }
    const styles = this.grid.api.getActiveWorkbook()?.getWorkbook().getStyles();
    const inline = inlineStyles((id) => styles?.get(id));
    // A copy: the grid goes on using the objects.
    this.collected.push({
      id: command.id,
      params: JSON.parse(JSON.stringify(command.params ?? null, inline)) as unknown,
    });
  }

  private execute({ id, params, options }: Mutation): void {
    this.applying = true;
    this.hostParams = params;
    try {
      this.commands.syncExecuteCommand(id, params as object, { ...options, fromCollab: true });
    } finally {
      this.applying = false;
      this.hostParams = undefined;
    }
  }
}
