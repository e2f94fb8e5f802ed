/** Texts of `Utilities`: placeholders, and values separated by commas. */

const PLACEHOLDER = /%(?:(\d+)\$)?([-+0 ,#]*)(\d+)?(?:\.(\d+))?([%sdifxXoeEgcb])/g;

/** Fills the placeholders of C. */
export function formatted(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    PLACEHOLDER,
    (
      _,
      position: string | undefined,
      flags: string,
      width: string | undefined,
      digits: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return '%';
      const value = args[position === undefined ? next++ : Number(position) - 1];
      const text = shown(value, kind, digits === undefined ? undefined : Number(digits), flags);
      const size = Number(width ?? 0);
      if (flags.includes('-')) return text.padEnd(size);
      if (!flags.includes('0') || kind === 's') return text.padStart(size);
      const sign = /^[-+]/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(size - sign.length, '0');
    },
  );
}

function shown(value: unknown, kind: string, digits: number | undefined, flags: string): string {
  if (kind === 's') return digits === undefined ? String(value) : String(value).slice(0, digits);
  if (kind === 'c') return String(value).charAt(0);
  if (kind === 'b') return String(Boolean(value));
  const number = Number(value);
  const texts: Record<string, () => string> = {
    d: () => String(Math.trunc(number)),
    i: () => String(Math.trunc(number)),
    f: () => number.toFixed(digits ?? 6),
    x: () => Math.trunc(number).toString(16),
    X: () => Math.trunc(number).toString(16).toUpperCase(),
    o: () => Math.trunc(number).toString(8),
    e: () => exponent(number, digits),
    E: () => exponent(number, digits).toUpperCase(),
    g: () => number.toPrecision(digits ?? 6),
  };
  const text = texts[kind]!();
  const grouped = flags.includes(',') ? text.replace(/\B(?=(\d{3})+(?=\.|$))/g, ',') : text;
  return flags.includes('+') && number >= 0 ? `+${grouped}` : grouped;
}

function exponent(number: number, digits: number | undefined): string {
  return number.toExponential(digits ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Rows of fields; a quote within quotes is doubled. */
export function parsedCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    row.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < csv.length; i++) {
    const character = csv.charAt(i);
    if (quoted) {
      if (character !== '"') field += character;
      else if (csv.charAt(i + 1) === '"') field += csv.charAt(i++);
      else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === delimiter) endField();
    else if (character === '\n') endRow();
    else if (character !== '\r' || csv.charAt(i + 1) !== '\n') field += character;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
