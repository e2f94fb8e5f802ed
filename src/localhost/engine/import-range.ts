import {
  BaseFunction,
  type BaseValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import type { CellValue, EngineCallbacks } from '../contract/engine';
import { scalarOf } from './functions/values';
import { handedRows, handedValue } from './handed-values';

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
    if (values.length === 1 && values[0]?.length === 1) return imported(values[0][0] ?? null);
    return handedRows(values, imported);
  }
}

/** Errors are handed over as their text. */
const imported = (value: CellValue): BaseValueObject =>
  ERROR_TYPE_SET.has(value as never) ? ErrorValueObject.create(value as never) : handedValue(value);
