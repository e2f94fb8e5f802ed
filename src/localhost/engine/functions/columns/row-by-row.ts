import type { Nullable } from '@univerjs/core';
import type { BaseAstNode } from '@univerjs/engine-formula';
import { isFixed } from '../../univer/known-ranges';
import { remembered } from '../../univer/known-parts';

/**
 * What a part of a formula is to one that answers each row by itself:
 * - `rows` answers each row by itself from what stands in it
 * - `range` names a range: a column, or a single cell
 * - `row numbers` is ROW of a range
 * - `name` stands for another part, which LET gave the name
 * - `through` only holds other parts
 * - `constant` is a number or text as it is written
 * - `whole` is anything else: it answers for all rows at once
 */
export type Role = 'rows' | 'range' | 'row numbers' | 'name' | 'through' | 'constant' | 'whole';

interface NameNode extends BaseAstNode {
  getLambdaParameter(): string;
  getCurrentLambdaPrivacyVar(): Nullable<Map<string, Nullable<BaseAstNode>>>;
}

const REFERENCE_NODE = 1;
const VALUE_NODE = 2;
const OPERATOR_NODE = 3;
const FUNCTION_NODE = 4;
const LAMBDA_NODE = 5;
const NAME_NODE = 6;
const UNION_NODE = 10;
const PREFIX_NODE = 11;
const SUFFIX_NODE = 12;
const NULL_NODE = 13;

/** The engine's token for what holds the parts that LET names. */
const HOLDER = 'R_1';

/** Functions that answer each row of all their arguments by itself. */
const EACH_ROW = new Set(
  `ABS CEILING DATE DAY EDATE EOMONTH EQ EXACT FIND FLOOR GT GTE IF IFERROR IFNA INT ISBLANK ISERR ISERROR ISLOGICAL
  ISNA ISNONTEXT ISNUMBER ISTEXT LEFT LEN LOWER LT LTE MID MINUS MOD MONTH MULTIPLY NE NOT POWER REGEXEXTRACT REGEXMATCH
  REGEXREPLACE RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SIGN SUBSTITUTE TEXT TO_DATE TO_PERCENT TO_PURE_NUMBER TO_TEXT TRIM TRUNC
  UPPER VALUE WEEKDAY YEAR`.split(/\s+/),
);

/** Functions that answer each row of an argument by what they find in tables, and the places of these tables. */
const TABLES: Readonly<Record<string, readonly number[]>> = {
  XLOOKUP: [1, 2],
  XMATCH: [1],
  VLOOKUP: [1],
  MATCH: [1],
  COUNTIF: [0],
  SUMIF: [0, 2],
};

export const tokenOf = (node: BaseAstNode): string => node.getToken().toUpperCase();

/** What stands behind a name that LET gives. */
export function namedBy(node: BaseAstNode): BaseAstNode | undefined {
  const name = node as NameNode;
  return name.getCurrentLambdaPrivacyVar()?.get(name.getLambdaParameter()) ?? undefined;
}

export const roleOf: (node: BaseAstNode) => Role = remembered((node) => {
  const children = node.getChildren();
  const token = tokenOf(node);
  switch (node.nodeType) {
    case REFERENCE_NODE:
      return 'range';
    case UNION_NODE:
      return isFixed(node) ? 'range' : 'whole';
    case VALUE_NODE:
    case NULL_NODE:
      return 'constant';
    case NAME_NODE:
      return 'name';
    case OPERATOR_NODE:
      return children.length === 2 && children.some(mayBeColumn) ? 'rows' : 'whole';
    case PREFIX_NODE:
    case SUFFIX_NODE:
      return (token === '-' || token === '%') && children.some(mayBeColumn) ? 'rows' : 'whole';
    case LAMBDA_NODE:
      return children.length > 1 && mayBeColumn(children.at(-1)!) ? 'rows' : 'whole';
    case FUNCTION_NODE:
      return roleOfCall(token, children);
    default:
      return token === HOLDER ? 'through' : 'whole';
  }
});

function roleOfCall(token: string, children: readonly BaseAstNode[]): Role {
  if (token === 'ROW' && children.length === 1 && roleOf(children[0]!) === 'range') return 'row numbers';
  const tables = TABLES[token];
  if (!tables && !EACH_ROW.has(token)) return 'whole';
  return children.some((child, place) => !tables?.includes(place) && mayBeColumn(child)) ? 'rows' : 'whole';
}

/** Names that are being looked behind: one may be given in terms of itself. */
const looking = new Set<BaseAstNode>();

/** Whether a part may answer a column row by row. */
function mayBeColumn(node: BaseAstNode): boolean {
  const role = roleOf(node);
  if (role !== 'name') return role === 'rows' || role === 'range' || role === 'row numbers';
  const named = namedBy(node);
  if (!named || looking.has(named)) return false;
  looking.add(named);
  try {
    return mayBeColumn(named);
  } finally {
    looking.delete(named);
  }
}

/** Whether a part is looked through as a whole for each row of the part that it is an argument of. */
export const isTable: (node: BaseAstNode) => boolean = remembered((node) => {
  const parent = node.getParent();
  const places = parent?.nodeType === FUNCTION_NODE ? TABLES[tokenOf(parent)] : undefined;
  return places?.includes(parent!.getChildren().indexOf(node)) ?? false;
});

/** How a part needs names that are given outside of it. */
interface Dependence {
  any: boolean;
  /** One of them stands for a column. */
  onColumn: boolean;
}

const dependences = new WeakMap<BaseAstNode, WeakMap<BaseAstNode, Dependence>>();

/** Whether a part needs a name that is given outside of it, but within another part that it belongs to. */
export function dependsWithin(part: BaseAstNode, root: BaseAstNode): Dependence {
  let ofRoot = dependences.get(root);
  if (!ofRoot) dependences.set(root, (ofRoot = new WeakMap()));
  let dependence = ofRoot.get(part);
  if (!dependence) {
    const names = namesIn(part).filter((name) => {
      const named = namedBy(name);
      return named !== undefined && !isWithin(named, part) && isWithin(named, root);
    });
    dependence = { any: names.length > 0, onColumn: names.some(mayBeColumn) };
    ofRoot.set(part, dependence);
  }
  return dependence;
}

const namesIn: (node: BaseAstNode) => readonly BaseAstNode[] = remembered((node) =>
  node.nodeType === NAME_NODE ? [node] : node.getChildren().flatMap((child) => namesIn(child)),
);

function isWithin(node: BaseAstNode, part: BaseAstNode): boolean {
  for (let at: Nullable<BaseAstNode> = node; at; at = at.getParent()) if (at === part) return true;
  return false;
}
