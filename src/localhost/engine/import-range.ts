import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  type FunctionVariantType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { CellValue, EngineCallbacks } from '../contract/engine';
import { SOME_DATE } from './default-formats';
import { scalarOf } from './functions/values';

/** IMPORTRANGE(address, range): cells of another spreadsheet, as values. */
export class ImportRange extends BaseFunction {
  override minParams = 2;
  override maxParams = 2;

  constructor(private readonly callbacks: Pick<EngineCallbacks, 'importRange'>) {
    super('IMPORTRANGE');
  }

  override calculate(...args: FunctionVariantType[]): BaseValueObject {
    const [address, range] = args.map(scalarOf);
    if (!address || !range) return ErrorValueObject.create('#VALUE!' as never);
    const failed = [address, range].find((value) => value.isError());
    if (failed) return failed;
    const at = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const result = this.callbacks.importRange(String(address.getValue()), String(range.getValue()), at);
    if ('error' in result) return ErrorValueObject.create('#REF!' as never);
    const { values } = result;
    if (values.length === 1 && values[0]?.length === 1) return valueObject(values[0][0] ?? null);
    return ArrayValueObject.create({
      calculateValueList: values.map((row) => row.map(valueObject)),
      rowCount: values.length,
      columnCount: values[0]?.length ?? 0,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    });
  }
}

function valueObject(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'object') return NumberValueObject.create(value.serial, SOME_DATE);
  return ERROR_TYPE_SET.has(value as never) ? ErrorValueObject.create(value as never) : StringValueObject.create(value);
}
