/** What an import needs to know of the workbook: plain data, handed to the page when it opens. */
export interface SheetFacts {
  /** As Sheets names it: `de_DE`. */
  locale: string;
  /** As `Europe/Berlin`. */
  zone: string;
  /** An ISO 4217 code; null while none is set. */
  currency: string | null;
  /** `2026-01-31` */
  today: string;
  sides: readonly { name: string; liaison: string; email: string }[];
  kinds: readonly string[];
  /** `rollUp`: how readings become one figure: latest, sum or average. */
  kpis: readonly { name: string; rollUp: string }[];
}
