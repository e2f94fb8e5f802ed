import { WrapStrategy, type ICellData, type ICommandService, type Nullable } from '@univerjs/core';
import type { Mutation } from '../contract/protocol';
import type { Grid } from './grid';

interface Written {
  subUnitId: string;
  cellValue?: Record<number, Record<number, ICellData | null>>;
}

const isText = (cell: Nullable<ICellData>): boolean => typeof cell?.v === 'string' && cell.v !== '';

/**
 * Rows grow with wrapped text, as in Sheets. The grid by itself measures only what a person writes: this has it measure
 * what the host writes, and what stands in a workbook that is opened.
 */
export class WrappedRows {
  constructor(
    private readonly api: Grid['api'],
    private readonly commands: ICommandService,
  ) {}

  /** The rows that changes of the host have written text into. */
  written(mutations: readonly Mutation[]): void {
    for (const { id, params } of mutations) {
      if (id !== 'sheet.mutation.set-range-values') continue;
      const { subUnitId, cellValue = {} } = params as Written;
      const texts = Object.entries(cellValue).filter(([, cells]) => Object.values(cells).some(isText));
      this.measure(subUnitId, new Set(texts.map(([row]) => Number(row))));
    }
  }

  /** All rows of the workbook. */
  opened(): void {
    for (const sheet of this.workbook?.getSheets() ?? []) {
      const rows = new Set<number>();
      sheet.getCellMatrix().forValue((row, _column, cell) => {
        if (isText(cell)) rows.add(row);
      });
      this.measure(sheet.getSheetId(), rows);
    }
  }

  private get workbook() {
    return this.api.getActiveWorkbook()?.getWorkbook();
  }

  /** Those of the rows that have a cell with wrapped text; what it shows may be a formula's. */
  private measure(subUnitId: string, rows: ReadonlySet<number>): void {
    const sheet = this.workbook?.getSheetBySheetId(subUnitId);
    if (!sheet) return;
    const styles = this.workbook!.getStyles();
    const wrapped = [...rows].filter((row) =>
      Object.values(sheet.getCellMatrix().getRow(row) ?? {}).some(
        (cell) => styles.get(cell?.s)?.tb === WrapStrategy.WRAP,
      ),
    );
    if (wrapped.length === 0) return;
    const params = {
      unitId: this.workbook!.getUnitId(),
      subUnitId,
      ranges: wrapped.map((row) => ({
        startRow: row,
        endRow: row,
        startColumn: 0,
        endColumn: sheet.getColumnCount() - 1,
      })),
      id: crypto.randomUUID(),
    };
    this.commands.syncExecuteCommand('sheet.operation.mark-dirty-row-auto-height', params, { onlyLocal: true });
  }
}
