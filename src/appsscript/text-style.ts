interface Letters {
  color: string;
  bold: boolean;
  /** Points. */
  size: number;
}

/** Colour, weight and size of letters as one thing: three writes for a range become one. Made once for all cells that have it. */
export function textStyle({ color, bold, size }: Letters): GoogleAppsScript.Spreadsheet.TextStyle {
  const key = [color, bold, size].join();
  let style = made.get(key);
  if (!style) {
    style = SpreadsheetApp.newTextStyle().setForegroundColor(color).setBold(bold).setFontSize(size).build();
    made.set(key, style);
  }
  return style;
}

const made = new Map<string, GoogleAppsScript.Spreadsheet.TextStyle>();
