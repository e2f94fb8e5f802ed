import ICAL from 'ical.js';
import type { DateAhead } from '../../src/actions/export/dates-ahead';

export interface ReadDate extends DateAhead {
  stamp: string;
  sequence: number;
}

/** A line as RFC 5545 allows it: a name, parameters, a value without control characters. */
const LINE = /^[A-Z][A-Z0-9-]*(;[A-Z][A-Z0-9-]*=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*:(\P{Cc}|\t)*$/u;

/** The value of a text: what means something else has a backslash before it. */
const TEXT = /^([^\\,;\n]|\\[\\,;nN])*$/u;

/**
 * The dates of a calendar file, read by a program that is not ours. Throws where the file is not as RFC 5545 says: lines that end in
 * CRLF, of 75 bytes at most, no character folded in two, one value of all that has to be there.
 */
export function readIcs(file: string): ReadDate[] {
  const bytes = Buffer.from(file, 'utf8');
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) throw new Error(`The last line does not end: ${bytes.subarray(at).toString()}`);
    if (end - at > 75) throw new Error(`A line of ${end - at} bytes`);
    const line = strict.decode(bytes.subarray(at, end));
    if (/^[ \t]/.test(line)) lines.push(lines.pop()! + line.slice(1));
    else lines.push(line);
    at = end + 2;
  }
  for (const line of lines) {
    if (!LINE.test(line)) throw new Error(`Not a line of such a file: ${JSON.stringify(line)}`);
    const [, text] = /^(?:SUMMARY|DESCRIPTION|UID|NAME):(.*)$/u.exec(line) ?? [];
    if (text !== undefined && !TEXT.test(text)) throw new Error(`Not a text of such a file: ${JSON.stringify(line)}`);
  }
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const one = (of: ICAL.Component, name: string): unknown => {
    const [found, ...others] = of.getAllProperties(name);
    if (!found || others.length > 0) throw new Error(`${others.length} too many of ${name}, or none`);
    return found.getFirstValue();
  };
  if (calendar.name !== 'vcalendar' || one(calendar, 'version') !== '2.0' || !one(calendar, 'prodid')) {
    throw new Error('Not a calendar');
  }
  return calendar.getAllSubcomponents().map((event) => {
    if (event.name !== 'vevent' || event.getAllSubcomponents().length > 0) throw new Error(`No event: ${event.name}`);
    const [start, stamp] = [one(event, 'dtstart') as ICAL.Time, one(event, 'dtstamp') as ICAL.Time];
    if (!start.isDate || event.getFirstProperty('dtend')) throw new Error('Not one whole day');
    return {
      uid: String(one(event, 'uid')),
      day: start.toString(),
      what: String(one(event, 'summary')),
      where: String(one(event, 'description')),
      stamp: stamp.toString(),
      sequence: Number(one(event, 'sequence')),
    };
  });
}
