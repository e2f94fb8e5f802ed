import type { Nullable } from '@univerjs/core';
import type { BaseValueObject } from '@univerjs/engine-formula';
import { isBlank } from './values';

type Value = Nullable<BaseValueObject>;

/** Whether a cell meets a criterion such as `">5"`, `"<>x"`, `"a*"`. */
export type Criterion = (value: Value) => boolean;

/** A criterion read from a cell; `equals` is what a plain comparison looks for. */
export interface ReadCriterion {
  holds: Criterion;
  equals?: string | number | boolean;
}

const comparisons: Record<string, (difference: number) => boolean> = {
  '>': (difference) => difference > 0,
  '<': (difference) => difference < 0,
  '>=': (difference) => difference >= 0,
  '<=': (difference) => difference <= 0,
};

/** Reads a criterion as COUNTIF and its family do. */
export function readCriterion(criterion: BaseValueObject): ReadCriterion {
  // A blank cell asks for nothing that a cell could be.
  if (criterion.isNull()) return { holds: () => false };
  if (criterion.isError()) {
    const error = criterion.getValue();
    return { holds: (value) => Boolean(value && value.isError() && value.getValue() === error) };
  }
  const content = criterion.getValue();
  if (typeof content !== 'string') return equalTo(content as number | boolean);
  const [, operator = '', operand = ''] = /^(<>|>=|<=|=|>|<)?([^]*)$/.exec(content) ?? [];
  const wanted = typed(operand);
  if (operator === '<>') {
    const { holds } = operand === '' ? { holds: isBlank } : equalTo(wanted);
    return { holds: (value) => !holds(value) };
  }
  const compare = comparisons[operator];
  if (compare) return { holds: (value) => compared(value, wanted, compare) };
  if (operand === '') return { holds: operator === '=' ? isBlank : isEmptyText };
  return equalTo(wanted);
}

function isEmptyText(value: Value): boolean {
  return isBlank(value) || value!.getValue() === '';
}

/** "5" is the number, "TRUE" the boolean, "10%" a tenth. */
function typed(text: string): string | number | boolean {
  // Most texts are told apart by their first character.
  if (!/^[\s\d+\-.tf]/i.test(text)) return text;
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const percent = /^\s*(.*\d\.?)\s*%\s*$/.exec(text);
  const number = Number(percent ? percent[1] : text);
  if (text.trim() === '' || Number.isNaN(number)) return text;
  return percent ? number / 100 : number;
}

function equalTo(wanted: string | number | boolean): ReadCriterion {
  if (typeof wanted === 'string' && /[*?~]/.test(wanted)) {
    const pattern = wildcards(wanted);
    return { holds: (value) => isText(value) && pattern.test(String(value!.getValue())) };
  }
  if (typeof wanted === 'string') {
    const lower = wanted.toLowerCase();
    return { holds: (value) => isText(value) && String(value!.getValue()).toLowerCase() === lower, equals: lower };
  }
  return { holds: (value) => contentOf(value) === wanted, equals: wanted };
}

/** Numbers that are kept as text count as numbers here, as everywhere in this family. */
export function contentOf(value: Value): string | number | boolean | undefined {
  if (!value || value.isNull() || value.isError()) return undefined;
  const content = value.getValue() as string | number | boolean;
  if (typeof content !== 'string') return content;
  const read = typed(content);
  return typeof read === 'number' ? read : content.toLowerCase();
}

function isText(value: Value): boolean {
  return value ? value.isString() : false;
}

function compared(value: Value, wanted: string | number | boolean, holds: (difference: number) => boolean): boolean {
  const content = contentOf(value);
  if (content === undefined || typeof content !== typeof wanted) return false;
  if (typeof content === 'string') return holds(content.localeCompare(String(wanted).toLowerCase()));
  return holds(Number(content) - Number(wanted));
}

function wildcards(text: string): RegExp {
  const source = text.replace(/~[*?~]|[*?]|[.+^${}()|[\]\\~]/g, (part) => {
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return `\\${part.length === 2 ? part.charAt(1) : part}`;
  });
  return new RegExp(`^${source}$`, 'i');
}
