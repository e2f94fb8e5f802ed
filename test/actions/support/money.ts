import type { Outcome } from '../../../src/actions/asking/outcome';
import { DEALS } from '../../../src/deals/index';
import { fieldKey } from '../../../src/deals/deal-form';
import { readings } from '../../../src/registers/kpi-log';
import { kpis } from '../../../src/registers/kpis';
import { payments } from '../../../src/registers/payments';
import { revenue } from '../../../src/registers/revenue';
import { terms } from '../../../src/registers/terms';
import type { Register } from '../../../src/schema/register';
import { Partnership } from '../../support/partnership';

const RECORDED = [revenue, terms, payments, readings, kpis] as Register[];

/** Money as people record it: through the forms. */
export class Money {
  private constructor(readonly partnership: Partnership) {}

  static async open(values: Record<string, string> = {}): Promise<Money> {
    return new Money(await Partnership.withoutScorecard({ money: 'yes', ...values }));
  }

  /** What the form of deals is sent: the deal's own fields by their own keys. */
  private deal(kind: string, fields: Record<string, string>): Record<string, string> {
    const deal = DEALS.find(({ id }) => id === kind)!;
    const named = Object.entries(fields).map(([key, typed]) => [key in deal.fields ? fieldKey(deal, key) : key, typed]);
    return {
      kind: deal.name,
      party: 'Brand',
      payer: 'Studio',
      from: '2026-01-01',
      before: 'ends on that day',
      ...(Object.fromEntries(named) as Record<string, string>),
    };
  }

  look(kind: string, fields: Record<string, string>): Extract<Outcome, { kind: 'preview' }>['preview'] {
    const outcome = this.partnership.submit('deal', this.deal(kind, fields));
    if (outcome.kind !== 'preview') throw new Error(JSON.stringify(outcome));
    return outcome.preview;
  }

  /** @throws Error where it was not written */
  agree(kind: string, fields: Record<string, string>, key?: string): Extract<Outcome, { kind: 'written' }> {
    return written(this.partnership.submit('deal', { ...this.deal(kind, fields), agreed: 'yes' }, undefined, key));
  }

  refusals(kind: string, fields: Record<string, string>): unknown {
    const outcome = this.partnership.submit('deal', { ...this.deal(kind, fields), agreed: 'yes' });
    return outcome.kind === 'errors' ? outcome.errors : outcome;
  }

  record(form: string, values: Record<string, string>): string {
    return written(this.partnership.submit(form, values)).message;
  }

  /** Everything that was recorded is taken out again; as of this day, where it is given. */
  clear(day?: string): void {
    this.partnership.clear(RECORDED, day === undefined ? '' : asOf(day));
  }

  asOf(day: string): void {
    this.partnership.script(asOf(day));
  }

  /** A side's row of the statement in a month such as `2026-03`. */
  account(party: string, month: string): Record<string, unknown> | undefined {
    return this.partnership
      .rows('Statement table')
      .find(({ Month, Party }) => String(Month).startsWith(month) && Party === party);
  }
}

function asOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `const settings = book.getSheetByName('Settings');
    const row = settings.getRange('A:A').getValues().findIndex(([name]) => name === 'As of') + 1;
    settings.getRange(row, 2).setValue(new Date(${year}, ${month! - 1}, ${date}));`;
}

function written(outcome: Outcome): Extract<Outcome, { kind: 'written' }> {
  if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
  return outcome;
}
