import type { CallTable } from '../base/service';
import type { StylePatch } from '../../contract/engine';
import { enums } from '../base/enums';
import { ServiceError } from '../../contract/service-error';
import { StyledRange } from './styled-range';

type Style = Record<string, unknown>;
type WrapStrategy = GoogleAppsScript.Spreadsheet.WrapStrategy;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const alignmentCalls = {
  getHorizontalAlignment: 'read',
  getHorizontalAlignments: 'read',
  getVerticalAlignment: 'read',
  getVerticalAlignments: 'read',
  getWrap: 'read',
  getWrapStrategies: 'read',
  getWrapStrategy: 'read',
  getWraps: 'read',
  setHorizontalAlignment: 'write',
  setHorizontalAlignments: 'write',
  setVerticalAlignment: 'write',
  setVerticalAlignments: 'write',
  setWrap: 'write',
  setWrapStrategies: 'write',
  setWrapStrategy: 'write',
  setWraps: 'write',
} as const satisfies CallTable<Range>;

/** The engine counts from 1; 0 is what stands where nothing is set. */
const HORIZONTAL = ['general', 'left', 'center', 'right'];
const VERTICAL = ['bottom', 'top', 'middle', 'bottom'];

/** The engine's numbers for what becomes of a text that is longer than its cell. */
const WRAPPING = { OVERFLOW: 1, CLIP: 2, WRAP: 3 } as const;

/** Where texts stand in their cells, and what becomes of those that are too long. */
export abstract class RangeAlignment extends StyledRange {
  setHorizontalAlignment(alignment: string | null): Range {
    return this.format(horizontal(alignment));
  }

  setHorizontalAlignments(alignments: (string | null)[][]): Range {
    return this.formatEach(alignments, horizontal);
  }

  getHorizontalAlignment(): string {
    return this.getHorizontalAlignments()[0]![0]!;
  }

  getHorizontalAlignments(): string[][] {
    return this.styles(({ ht }: Style) => HORIZONTAL[Number(ht ?? 0)] ?? 'general');
  }

  setVerticalAlignment(alignment: string | null): Range {
    return this.format(vertical(alignment));
  }

  setVerticalAlignments(alignments: (string | null)[][]): Range {
    return this.formatEach(alignments, vertical);
  }

  getVerticalAlignment(): string {
    return this.getVerticalAlignments()[0]![0]!;
  }

  getVerticalAlignments(): string[][] {
    return this.styles(({ vt }: Style) => VERTICAL[Number(vt ?? 0)] ?? 'bottom');
  }

  setWrap(isWrapped: boolean): Range {
    return this.format(wrapping(isWrapped));
  }

  setWraps(isWrapped: boolean[][]): Range {
    return this.formatEach(isWrapped, wrapping);
  }

  getWrap(): boolean {
    return this.getWraps()[0]?.[0] ?? false;
  }

  getWraps(): boolean[][] {
    return this.styles((style) => style.tb === WRAPPING.WRAP);
  }

  setWrapStrategy(strategy: unknown): Range {
    return this.format(wrapStrategy(strategy));
  }

  setWrapStrategies(strategies: unknown[][]): Range {
    return this.formatEach(strategies, wrapStrategy);
  }

  getWrapStrategy(): WrapStrategy {
    return this.getWrapStrategies()[0]![0]!;
  }

  getWrapStrategies(): WrapStrategy[][] {
    const labels = Object.keys(WRAPPING) as (keyof typeof WRAPPING)[];
    return this.styles((style) => {
      const value: unknown = enums.WrapStrategy.value(
        labels.find((label) => WRAPPING[label] === style.tb) ?? 'OVERFLOW',
      );
      return value as WrapStrategy;
    });
  }
}

function wrapping(isWrapped: boolean): StylePatch {
  return { tb: isWrapped ? WRAPPING.WRAP : WRAPPING.OVERFLOW };
}

function wrapStrategy(strategy: unknown): StylePatch {
  return { tb: WRAPPING[enums.WrapStrategy.labelOf(strategy)] };
}

function vertical(alignment: string | null): StylePatch {
  return { vt: alignment === null ? null : position(VERTICAL, alignment) };
}

function horizontal(alignment: string | null): StylePatch {
  return { ht: alignment === null || alignment === 'normal' ? null : position(HORIZONTAL, alignment) };
}

function position(names: readonly string[], name: string): number {
  const index = names.indexOf(name, 1);
  if (index < 1) throw new ServiceError(`Invalid argument: ${name}`);
  return index;
}
