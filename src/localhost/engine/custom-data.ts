import {
  CommandType,
  type ICommand,
  ICommandService,
  IUniverInstanceService,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import type { CustomData, Line } from '../contract/engine';

interface SheetCustomDataParams {
  unitId: string;
  subUnitId: string;
  custom: CustomData | null;
}

/** The engine keeps free data with a sheet but has no mutation that sets it, which files and copies need. */
const SetSheetCustomData: ICommand<SheetCustomDataParams> = {
  id: 'host.mutation.set-sheet-custom-data',
  type: CommandType.MUTATION,
  handler: (accessor, params) => {
    if (!params) return false;
    const workbook = accessor.get(IUniverInstanceService).getUnit<Workbook>(params.unitId);
    const sheet = workbook?.getSheetBySheetId(params.subUnitId);
    if (!sheet) return false;
    sheet.getConfig().custom = params.custom;
    return true;
  },
};

/** Free data kept with sheets, rows and columns: it moves, is copied and goes with them. */
export class CustomDataAccess {
  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
  ) {
    injector.get(ICommandService).registerCommand(SetSheetCustomData);
  }

  ofSheet(sheetId: string): CustomData | undefined {
    return this.workbook.getSheetBySheetId(sheetId)?.getConfig().custom ?? undefined;
  }

  setOfSheet(sheetId: string, custom: CustomData | null): void {
    this.injector
      .get(ICommandService)
      .syncExecuteCommand(SetSheetCustomData.id, { unitId: this.workbook.getUnitId(), subUnitId: sheetId, custom });
  }

  /** Every row or column of a sheet that has data, with its index. */
  ofLines(sheetId: string, line: Line): [number, CustomData][] {
    const config = this.workbook.getSheetBySheetId(sheetId)?.getConfig();
    const lines = (line === 'row' ? config?.rowData : config?.columnData) ?? {};
    return Object.entries(lines).flatMap(([index, data]) => {
      const custom = (data as { custom?: CustomData | null } | undefined)?.custom;
      return custom ? [[Number(index), custom] as [number, CustomData]] : [];
    });
  }
}
