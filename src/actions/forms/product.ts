import type { Beside } from '../../schema/column';
import type { NumberBeside, ProductModel } from '../../schema/form';
import type { EntryRegister } from '../../schema/register';
import { besideChoices } from '../asking/choices';
import type { CellsOf } from '../cells-of';

/** What the numbers of a form make, with what counts where one is left empty; null for a form without such. */
export function productOf(
  { columns, form }: EntryRegister,
  cellsOf: CellsOf,
  currency: string | null,
): ProductModel | null {
  if (!form.product) return null;
  const { factors, unit } = form.product;
  const beside = (choice: string, column: string) => besideChoices(columns[choice]!, column, cellsOf);
  const alternative = ({ beside: choice, column, where }: Beside): NumberBeside => ({
    beside: choice,
    values: Object.fromEntries(
      beside(choice, column).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
    ),
    ...(where && {
      where: {
        beside: where.beside,
        choices: beside(where.beside, where.column).flatMap(([name, value]) => (value === where.is ? [name] : [])),
      },
    }),
  });
  const waysOf = (key: string): Beside[] => {
    const { otherwise } = columns[key]!;
    return ([otherwise].flat() as unknown[]).filter(
      (way): way is Beside => typeof way === 'object' && way !== null && 'beside' in way,
    );
  };
  return {
    factors: factors.map((key) => ({
      key,
      hours: columns[key]!.hours ?? false,
      otherwise: waysOf(key).map(alternative),
    })),
    unit: {
      beside: unit.beside,
      values: Object.fromEntries(beside(unit.beside, unit.column).map(([name, value]) => [name, String(value)])),
    },
    currency,
  };
}
