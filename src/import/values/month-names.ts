/** Month names of a language by their number from 1, long and short, without points. */
export type MonthNames = ReadonlyMap<string, number>;

/** A sheet's locale, `pt_BR`, as the browser writes it; English where it knows no such language. */
export function languageOf(locale: string): string {
  const tag = locale.replace('_', '-');
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** English names and those of the sheet's locale: exports are written in either. */
export function monthNames(locale: string): MonthNames {
  let names = known.get(locale);
  if (!names) known.set(locale, (names = namesIn(locale)));
  return names;
}

const known = new Map<string, MonthNames>();

function namesIn(locale: string): MonthNames {
  const names = new Map<string, number>();
  for (const language of ['en', languageOf(locale)]) {
    for (const month of ['long', 'short'] as const) {
      for (const shape of [{ month }, { day: 'numeric', month }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' });
        for (let at = 0; at < 12; at++) {
          // Languages such as Polish name a month otherwise beside a day.
          const part = format.formatToParts(new Date(Date.UTC(2021, at, 3))).find(({ type }) => type === 'month');
          const name = monthKey(part?.value ?? '');
          if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, at + 1);
        }
      }
    }
  }
  names.set('sept', 9);
  return names;
}

export const monthKey = (name: string): string => name.replace(/\./g, '').toLowerCase();
