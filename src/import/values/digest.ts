/**
 * A short name for a text, the same on every machine: 64 bits, so that a million rows get a million names. Two runs of
 * multiply-and-fold with different constants.
 */
export function digest(text: string): string {
  let first = 0x9e3779b9;
  let second = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    first ^= first >>> 15;
    second = Math.imul(second + code, 0x27d4eb2f);
    second = (second << 7) | (second >>> 25);
  }
  first = Math.imul(first ^ (first >>> 16), 0x7feb352d);
  second = Math.imul(second ^ (second >>> 15), 0x2c1b3c6d) ^ text.length;
  return part(first ^ (first >>> 15)) + part(second ^ (second >>> 13));
}

const part = (bits: number): string => (bits >>> 0).toString(36).padStart(7, '0');
