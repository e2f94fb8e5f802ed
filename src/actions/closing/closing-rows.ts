import type { Cell } from '../../schema/column';
import type { StandingDeal } from '../terms/standing-deal';
import { rowsToKeep } from './kept-rows';
import { figuresOf, type Period, type PeriodFigures, type Statement } from './period-figures';

type Row = Record<string, Cell>;

/** What is said of a closing besides its figures. */
export interface Closing {
  key: string;
  closedFor: string;
  agreed: string;
  closedBy: Cell;
  closedAt: Cell;
}

export type Figures = readonly { party: string; figures: PeriodFigures }[];

/** Every side's figures over a period. */
export const figuresIn = (statement: Statement, period: Period): Figures =>
  statement.parties.map((party) => ({ party, figures: figuresOf(statement, party, period) }));

/** What is written into Closed periods: a row a side. */
export const periodRows = (figures: Figures, { name, from, to }: Period, { key, ...said }: Closing): Row[] =>
  figures.map(({ party, figures: all }, at) => ({
    ...all,
    ...{ id: `X-${key}-${at + 1}`, closing: key, period: name, from, to, party },
    ...said,
  }));

/**
 * What is written into Closed rows: how the rows of the deal stand, as far as earlier closings have not kept them so.
 * @param lines of Closed rows, heading first
 * @param counts the earlier closings
 */
export const keptRows = (
  deal: Pick<StandingDeal, 'cells'>,
  lines: readonly (readonly Cell[])[],
  counts: ReadonlySet<Cell>,
  { to }: Period,
  { key, closedAt }: Closing,
): Row[] =>
  rowsToKeep(deal, lines, counts, to).map((row, at) => ({
    ...row,
    ...{ id: `${key}-${at + 1}`, closing: key, keptAt: closedAt },
  }));
