/** What a column of a register takes from a file. */
export type FieldKind = 'day' | 'side' | 'kpi' | 'choice' | 'amount' | 'number' | 'quantity' | 'text';

export interface TargetField {
  /** Of the register's column. */
  id: string;
  label: string;
  kind: FieldKind;
  /** No row is written without it. */
  needed?: true;
  /** 0 is no value for it, and nothing below. */
  aboveZero?: true;
}

/** A register that files can go to: the columns that an import fills. */
export interface Target {
  id: string;
  label: string;
  fields: readonly TargetField[];
}

const text = (id: string, label: string): TargetField => ({ id, label, kind: 'text' });
const amount = (id: string, label: string): TargetField => ({ id, label, kind: 'amount' });
const day = (id: string, label: string): TargetField => ({ id, label, kind: 'day' });
const needed = (field: TargetField): TargetField => ({ ...field, needed: true });

export const TARGETS = {
  contributions: {
    id: 'contributions',
    label: 'Contributions',
    fields: [
      needed(day('date', 'Date')),
      needed({ id: 'party', label: 'Party', kind: 'side' }),
      needed({ id: 'kind', label: 'Kind', kind: 'choice' }),
      needed({ id: 'quantity', label: 'Quantity', kind: 'quantity', aboveZero: true }),
      amount('unitValue', 'Unit value'),
      { id: 'multiplier', label: 'Multiplier', kind: 'number' },
      text('item', 'Item'),
      text('note', 'Note'),
      text('evidence', 'Evidence'),
    ],
  },
  readings: {
    id: 'readings',
    label: 'KPI log',
    fields: [
      needed(day('date', 'Date')),
      needed({ id: 'kpi', label: 'KPI', kind: 'kpi' }),
      needed({ id: 'actual', label: 'Actual', kind: 'number' }),
      text('source', 'Source'),
      text('note', 'Note'),
    ],
  },
  revenue: {
    id: 'revenue',
    label: 'Revenue',
    fields: [
      needed(day('date', 'Date')),
      text('id', 'ID'),
      text('item', 'Item'),
      text('source', 'Source'),
      amount('gross', 'Gross'),
      amount('refunds', 'Refunds'),
      amount('deductions', 'Deductions'),
      amount('costs', 'Costs'),
      text('refundOf', 'Refund of'),
      { id: 'collectedBy', label: 'Collected by', kind: 'side' },
      text('note', 'Note'),
    ],
  },
  payments: {
    id: 'payments',
    label: 'Payments',
    fields: [
      needed(day('date', 'Date')),
      needed({ id: 'party', label: 'Party', kind: 'side' }),
      { id: 'from', label: 'From', kind: 'side' },
      needed({ id: 'amount', label: 'Amount', kind: 'amount', aboveZero: true }),
      text('reference', 'Reference'),
      text('note', 'Note'),
    ],
  },
  items: {
    id: 'items',
    label: 'Items',
    fields: [
      needed(text('item', 'Item')),
      { id: 'owner', label: 'Owner', kind: 'side' },
      { id: 'stage', label: 'Stage', kind: 'choice' },
      day('due', 'Due'),
      day('delivered', 'Delivered'),
      day('published', 'Published'),
      text('note', 'Note'),
    ],
  },
} satisfies Record<string, Target>;

export type TargetId = keyof typeof TARGETS;

export const targetNamed = (id: TargetId): Target => TARGETS[id];
