import { CodeFollower } from './code-places';

/** Elements whose content is not markup. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title']);

const ADDRESSES = new Set(
  'action background cite data formaction href icon longdesc manifest poster src usemap'.split(' '),
);

/** Addresses that a printed value may begin: of the usual kinds, or without a kind. */
const HARMLESS_ADDRESS = /^(?:(?:https?|mailto|tel|ftp):|[^&:/?#]*(?:[/?#]|$))/i;

/** What stands instead of an address that could run code. */
const REFUSED_ADDRESS = 'about:invalid';

type Place =
  | { in: 'text' | 'comment' }
  | { in: 'tag name'; name: string }
  | { in: 'tag'; name: string }
  | { in: 'attribute'; name: string; attribute: string }
  | { in: 'value'; name: string; attribute: string; quote: string; before: string; code?: CodeFollower }
  | { in: 'element'; name: string; tail: string; code?: CodeFollower };

/** Follows a page as it is put together, and makes values fit for the place where they are printed. */
export class HtmlEscaping {
  private place: Place = { in: 'text' };
  /** The last characters of the markup, by which comments are known. */
  private recent = '';

  /** Takes in markup as it stands. */
  feed(html: string): void {
    for (const char of html) this.read(char);
  }

  /** The value as it is to be printed here; it counts as fed. */
  escape(value: string): string {
    const { place } = this;
    const printed = this.escaped(value);
    if (place.in === 'value') place.before += printed;
    else if (place.in === 'tag name' || place.in === 'attribute') this.feed(printed);
    if ('code' in place) place.code?.skipValue();
    return printed;
  }

  private escaped(value: string): string {
    const { place } = this;
    switch (place.in) {
      case 'text':
        return escapeHtml(value);
      case 'comment':
        return '';
      case 'tag name':
      case 'tag':
      case 'attribute':
        return isHarmlessName(value) ? value : '';
      case 'element':
        return place.code ? inCode(value, place.code, place.name === 'script') : escapeHtml(value);
      case 'value':
        return this.attributeValue(value, place);
    }
  }

  private attributeValue(value: string, place: Extract<Place, { in: 'value' }>): string {
    const { attribute, before, quote, code } = place;
    const fitting = code
      ? inCode(value, code, attribute !== 'style')
      : ADDRESSES.has(attribute)
        ? inAddress(value, before)
        : value;
    const escaped = escapeHtml(fitting);
    return quote ? escaped : escaped.replace(/[\s=`]/g, (char) => `&#${char.charCodeAt(0)};`);
  }

  private read(char: string): void {
    const { place } = this;
    this.recent = (this.recent + char).slice(-4);
    switch (place.in) {
      case 'text':
        if (char === '<') this.place = { in: 'tag name', name: '' };
        break;
      case 'comment':
        if (this.recent.endsWith('-->')) this.place = { in: 'text' };
        break;
      case 'tag name':
        this.readTagName(char, place);
        break;
      case 'tag':
        if (char === '>') this.endTag(place.name);
        else if (!/[\s/]/.test(char)) this.place = { in: 'attribute', name: place.name, attribute: char };
        break;
      case 'attribute':
        this.readAttribute(char, place);
        break;
      case 'value':
        this.readValue(char, place);
        break;
      case 'element':
        this.readElement(char, place);
    }
  }

  private readTagName(char: string, place: Extract<Place, { in: 'tag name' }>): void {
    if (this.recent === '<!--') this.place = { in: 'comment' };
    else if (char === '>') this.endTag(place.name);
    else if (/\s/.test(char)) this.place = place.name ? { in: 'tag', name: place.name } : { in: 'text' };
    else place.name += char.toLowerCase();
  }

  private readAttribute(char: string, place: Extract<Place, { in: 'attribute' }>): void {
    const { name, attribute } = place;
    if (char === '>') this.endTag(name);
    else if (char === '=') {
      const code = /^on/.test(attribute)
        ? new CodeFollower('js')
        : attribute === 'style'
          ? new CodeFollower('css')
          : undefined;
      this.place = { in: 'value', name, attribute, quote: '', before: '', ...(code && { code }) };
    } else if (/[\s/]/.test(char)) this.place = { in: 'tag', name };
    else place.attribute += char.toLowerCase();
  }

  private readValue(char: string, place: Extract<Place, { in: 'value' }>): void {
    const { name, quote, before, code } = place;
    if (!quote && !before && /\s/.test(char)) return;
    if (!quote && !before && /["']/.test(char)) place.quote = char;
    else if (quote ? char === quote : /\s/.test(char)) this.place = { in: 'tag', name };
    else if (!quote && char === '>') this.endTag(name);
    else {
      place.before += char;
      code?.feed(char);
    }
  }

  private readElement(char: string, place: Extract<Place, { in: 'element' }>): void {
    place.code?.feed(char);
    place.tail = (place.tail + char).slice(-(place.name.length + 2));
    if (place.tail.toLowerCase() === `</${place.name}`) this.place = { in: 'tag', name: `/${place.name}` };
  }

  private endTag(name: string): void {
    if (!RAW_ELEMENTS.has(name)) this.place = { in: 'text' };
    else {
      const code = name === 'script' ? new CodeFollower('js') : name === 'style' ? new CodeFollower('css') : undefined;
      this.place = { in: 'element', name, tail: '', ...(code && { code }) };
    }
  }
}

/** A text as it stands between tags or within quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A value within code: the inside of a text where there is one, a text of its own elsewhere. */
function inCode(value: string, code: CodeFollower, isJs: boolean): string {
  const { place } = code;
  if (place === '//' || place === '/*') return '';
  if (!isJs) return place === 'code' ? plainCss(value) : value.replace(/[^\w ]/gu, cssEscape);
  const kept = place === '/' ? /[^\p{L}\p{N}_ ]/gu : /[^\p{L}\p{N}_ .,:;!?@#%()[\]|~^+*-]/gu;
  const inside = value.replace(kept, jsEscape);
  return place === 'code' ? `'${inside}'` : inside;
}

function jsEscape(char: string): string {
  let escaped = '';
  for (let i = 0; i < char.length; i++) {
    const code = char.charCodeAt(i);
    escaped += code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  }
  return escaped;
}

function cssEscape(char: string): string {
  return `\\${hex(char.codePointAt(0)!, 1)} `;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** Outside of quotes only names, numbers, sizes and colours are printed. */
function plainCss(value: string): string {
  return /^[\w\s#%.,+-]*$/.test(value) && !/^\s*(expression|behavior)/i.test(value) ? value : '';
}

/** A value as an address or a part of one. */
function inAddress(value: string, before: string): string {
  if (before === '') return HARMLESS_ADDRESS.test(value.trim()) ? encodeRest(value) : REFUSED_ADDRESS;
  return /[?#]/.test(before) ? encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')) : encodeRest(value);
}

/** Encodes what may not stand in an address, and leaves alone what has been encoded. */
function encodeRest(address: string): string {
  return address.replace(/[\s"'<>`\\{}|^]/g, (char) => `%${hex(char.charCodeAt(0), 2).toUpperCase()}`);
}

function isHarmlessName(value: string): boolean {
  return /^[a-z][a-z0-9-]*$/i.test(value) && !/^(on|style$)/i.test(value) && !ADDRESSES.has(value.toLowerCase());
}
