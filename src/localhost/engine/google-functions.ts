import { BaseFunction, type FunctionVariantType } from '@univerjs/engine-formula';

/** The engine calculates every formula over arrays: ARRAYFORMULA only has to hand its argument on. */
class ArrayFormula extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;

  override calculate(value: FunctionVariantType): FunctionVariantType {
    return value;
  }
}

/** Functions of Sheets that the engine lacks. */
export function googleFunctions(): BaseFunction[] {
  return [new ArrayFormula('ARRAYFORMULA')];
}
