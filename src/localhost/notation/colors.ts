import named from 'color-name';

const NAMED: Readonly<Record<string, readonly number[]>> = named;

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/;
const RGB = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/;

/** A colour in CSS notation as Google answers it: `#ff0000` for `red`. Undefined for what is no colour. */
export function hexColor(color: string): string | undefined {
  const text = color.trim().toLowerCase();
  if (HEX.test(text)) return text.length === 4 ? text.replace(/[0-9a-f]/g, '$&$&') : text;
  const parts = Object.hasOwn(NAMED, text) ? NAMED[text] : RGB.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
