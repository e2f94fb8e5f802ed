import {
  type BaseAstNode,
  type BaseReferenceObject,
  ErrorValueObject,
  type FunctionVariantType,
  type IFormulaRuntimeService,
} from '@univerjs/engine-formula';
import { cell, rowsOf } from './values';

const OPERATOR_NODES = new Set([3, 11, 12]);
const UNION = ':';

/** Functions whose arguments are all single values. */
const SINGLE_VALUES = new Set(
  `ABS ACOS ADD ASIN ATAN ATAN2 CEILING CHAR CODE COS DATE DATEDIF DATEVALUE DAY DAYS DIVIDE EDATE EOMONTH EQ EXACT EXP
  EVEN FIND FIXED FLOOR GT GTE HOUR HYPERLINK INT ISBLANK ISBETWEEN ISDATE ISEMAIL ISERR ISERROR ISEVEN ISLOGICAL ISNA
  ISNONTEXT ISNUMBER ISODD ISTEXT ISURL LEFT LEN LN LOG LOG10 LOWER LT LTE MID MINUS MINUTE MOD MONTH MROUND MULTIPLY NE
  NOT ODD POW POWER PROPER QUOTIENT RANDBETWEEN REGEXEXTRACT REGEXMATCH REGEXREPLACE REPLACE REPT RIGHT ROUND ROUNDDOWN
  ROUNDUP SEARCH SECOND SIGN SIN SPLIT SQRT SUBSTITUTE TAN TEXT TIME TIMEVALUE TO_DATE TO_DOLLARS TO_PERCENT
  TO_PURE_NUMBER TO_TEXT TRIM TRUNC UMINUS UPPER VALUE WEEKDAY WEEKNUM YEAR`.split(/\s+/),
);

/** Places of the arguments that are single values, where others are ranges. */
const SINGLE_PLACES: Readonly<Record<string, readonly number[]>> = {
  VLOOKUP: [0, 2, 3],
  HLOOKUP: [0, 2, 3],
  XLOOKUP: [0],
  LOOKUP: [0],
  MATCH: [0],
  XMATCH: [0],
  COUNTIF: [1],
  SUMIF: [1],
  AVERAGEIF: [1],
  SWITCH: [0],
  CHOOSE: [0],
};

/** The cell whose formula is being calculated; rows and columns count from 0. */
type Place = Pick<IFormulaRuntimeService, 'currentRow' | 'currentColumn'>;

/** Replaces what a node has been given for single values by the values that the formula's cell meets in them. */
export function intersectArguments(node: BaseAstNode, place: Place): void {
  const token = node.getToken().toUpperCase();
  const isOperator = OPERATOR_NODES.has(node.nodeType) && token !== UNION && token !== '#' && token !== '@';
  const places = SINGLE_PLACES[token];
  if (!isOperator && !places && !SINGLE_VALUES.has(token)) return;
  node.getChildren().forEach((child, position) => {
    if (places && !places.includes(position)) return;
    const value = child.getValue();
    const single = value && intersected(value, place);
    if (single && single !== value) child.setValue(single);
  });
}

/**
 * What Sheets takes for a single value: of a range in one column the cell in the formula's row, of a range in one row
 * the cell in its column, `#VALUE!` where they do not meet; of a calculated table the first value.
 */
export function intersected(value: FunctionVariantType, { currentRow, currentColumn }: Place): FunctionVariantType {
  if (!value.isReferenceObject()) {
    return 'isArray' in value && value.isArray() ? cell(rowsOf(value)[0]?.[0]) : value;
  }
  const reference = value as BaseReferenceObject;
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  if (startRow === endRow && startColumn === endColumn) return value;
  if (startColumn === endColumn && currentRow >= startRow && currentRow <= endRow) {
    return reference.getCellByRow(currentRow);
  }
  if (startRow === endRow && currentColumn >= startColumn && currentColumn <= endColumn) {
    return reference.getCellByColumn(currentColumn);
  }
  return ErrorValueObject.create('#VALUE!' as never);
}
