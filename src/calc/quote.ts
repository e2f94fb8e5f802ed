const LONGEST = 40;

/** A text for a message: on one line, and cut short where it is long. */
export function shortened(text: string): string {
  const start = text.slice(0, LONGEST + 1).replace(/\s+/g, ' ');
  return start.length > LONGEST ? `${start.slice(0, LONGEST)}…` : start;
}

/** The same in quotes. */
export const quote = (text: string): string => `"${shortened(text)}"`;

const MANY = 6;

/** Names for a message: the first few where they are many. */
export function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, MANY).map(shortened).join(', ');
  return names.length > MANY ? `${shown} and ${names.length - MANY} more` : shown;
}
