import {
  type ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import { type CellValue, type EngineCallbacks, LOADING, THROWN } from '../contract/engine';
import { isDatePattern } from './cell-values';
import { handedRows, handedValue } from './handed-values';

/** One custom function of the project, as the engine calls it: references stay references, so that a range is one call. */
export class ProjectFunction extends BaseFunction {
  override minParams = 0;
  override maxParams = 255;
  override needsReferenceObject = true;
  /** Set while it is called with an argument that answers anew at each calculation. */
  hasVolatileArgument = false;

  /** @param projectName as the project spells it; formulas may spell it in any case */
  constructor(
    private readonly projectName: string,
    private readonly callbacks: EngineCallbacks,
  ) {
    super(projectName.toUpperCase());
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const at = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const answer = this.callbacks.callFunction(this.projectName, variants.map(argument), at, this.hasVolatileArgument);
    if ('loading' in answer) return loading();
    if ('error' in answer) return ErrorValueObject.create(THROWN as never);
    return Array.isArray(answer.value) ? handedRows(answer.value) : handedValue(answer.value);
  }
}

/** From the first time on that a function answers late, its cells are errors to the formulas that read them. */
function loading(): BaseValueObject {
  ERROR_TYPE_SET.add(LOADING as never);
  return ErrorValueObject.create(LOADING as never);
}

function argument(variant: FunctionVariantType): CellValue | CellValue[][] | undefined {
  if (variant.isReferenceObject()) return fromReference(variant as BaseReferenceObject);
  const value = variant as BaseValueObject;
  // Nothing between two separators is an omitted argument, not a blank cell.
  if (!value.isArray()) return plain(value) ?? undefined;
  const rows = (value as ArrayValueObject).getArrayValue();
  return rows.map((row) => row.map((cell) => (cell ? plain(cell) : null)));
}

function fromReference(reference: BaseReferenceObject): CellValue | CellValue[][] {
  const rows: CellValue[][] = [];
  const { startRow } = reference.getRangePosition();
  reference.iterator((cell, row) => {
    (rows[row - startRow] ??= []).push(cell ? plain(cell) : null);
  });
  return reference.isCell() ? (rows[0]?.[0] ?? null) : rows;
}

function plain(value: BaseValueObject): CellValue {
  if (value.isError()) return (value as ErrorValueObject).getErrorType();
  if (value.isNull()) return null;
  const content = value.getValue();
  if (typeof content === 'number' && isDatePattern(value.getPattern())) return { serial: content };
  return content as string | number | boolean;
}
