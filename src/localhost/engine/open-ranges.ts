import type { Injector } from '@univerjs/core';
import {
  type BaseAstNode,
  type BaseReferenceObject,
  RangeReferenceObject,
  UnionNodeFactory,
} from '@univerjs/engine-formula';

/**
 * Teaches the engine references that are open at the end, as Sheets has them: `A2:A` reaches the last row of its sheet,
 * `B1:2` its last column. The engine reads both sides already and only refuses to join them.
 */
export function supportOpenRanges(injector: Injector): void {
  const factory = injector.get(UnionNodeFactory);
  const create = factory.create.bind(factory);
  factory.create = (token: string): BaseAstNode => {
    const node = create(token);
    const execute = node.execute.bind(node);
    node.execute = () => {
      const [left, right] = node.getChildren().map((child) => child.getValue());
      const from = left?.isReferenceObject() ? (left as BaseReferenceObject) : undefined;
      const to = right?.isReferenceObject() ? (right as BaseReferenceObject) : undefined;
      if (from?.isCell() && (to?.isColumn() || to?.isRow())) node.setValue(joined(from, to));
      else execute();
    };
    return node;
  };
}

function joined(from: BaseReferenceObject, to: BaseReferenceObject): RangeReferenceObject {
  const start = from.getRangeData();
  const end = to.getRangeData();
  const { x, y } = from.getRefOffset();
  // The offset of a shared formula is added to the range afterwards, but the sheet's edge does not move with it.
  const lastRow = from.getActiveSheetRowCount() - 1 - y;
  const lastColumn = from.getActiveSheetColumnCount() - 1 - x;
  const range = to.isColumn()
    ? {
        startRow: start.startRow,
        endRow: lastRow,
        startColumn: Math.min(start.startColumn, end.startColumn),
        endColumn: Math.max(start.startColumn, end.startColumn),
      }
    : {
        startRow: Math.min(start.startRow, end.startRow),
        endRow: Math.max(start.startRow, end.startRow),
        startColumn: start.startColumn,
        endColumn: lastColumn,
      };
  const reference = new RangeReferenceObject(range, from.getForcedSheetId(), from.getForcedUnitId());
  reference.setForcedSheetName(from.getForcedSheetName());
  reference.setDefaultSheetId(from.getDefaultSheetId());
  reference.setDefaultUnitId(from.getDefaultUnitId());
  reference.setUnitData(from.getUnitData());
  reference.setUnitStylesData(from.getUnitStylesData());
  reference.setRuntimeData(from.getRuntimeData());
  reference.setArrayFormulaCellData(from.getArrayFormulaCellData());
  reference.setArrayFormulaRange(from.getArrayFormulaRange());
  reference.setRuntimeArrayFormulaCellData(from.getRuntimeArrayFormulaCellData());
  reference.setRuntimeArrayFormulaRange(from.getRuntimeArrayFormulaRange());
  reference.setRuntimeFeatureCellData(from.getRuntimeFeatureCellData());
  reference.setRefOffset(x, y);
  return reference;
}
