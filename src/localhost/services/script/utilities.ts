import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Environment } from '../base/environment';
import { TimeZone } from '../../notation/time-zones';
import { isDate } from '../../workbook/typed-values';
import { BlobService, bytesOf, signed } from '../base/blob';
import { type Zone, formatJavaDate } from './java-dates';
import { readJavaDate } from './java-date-reading';
import { formatted, parsedCsv } from './texts';
import { ServiceError } from '../../contract/service-error';
import { type CallTable, EnumSet, Service, type ServiceDefinition } from '../base/service';

/** What the execution must have for this. */
type Needs = Pick<Environment, 'timeLeft'>;

type Utilities = GoogleAppsScript.Utilities.Utilities;

const DigestAlgorithm = new EnumSet('DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const Charset = new EnumSet('Charset', ['US_ASCII', 'UTF_8']);

const LONGEST_SLEEP = 300_000;

const calls = {
  base64DecodeWebSafe: 'handle',
  computeHmacSha256Signature: 'handle',
  formatString: 'handle',
  newBlob: 'handle',
  parseCsv: 'handle',
  parseDate: 'handle',
  base64Decode: 'handle',
  base64Encode: 'handle',
  base64EncodeWebSafe: 'handle',
  computeDigest: 'handle',
  formatDate: 'handle',
  getUuid: 'handle',
  sleep: 'other',
} as const satisfies CallTable<Utilities>;

const definition: ServiceDefinition = { name: 'Utilities', calls, constants: ['Charset', 'DigestAlgorithm'] };

export class UtilitiesService extends Service<Utilities> implements Pick<Utilities, keyof typeof calls> {
  readonly definition = definition;
  readonly Charset = Charset;
  readonly DigestAlgorithm = DigestAlgorithm;

  constructor(private readonly environment: Needs) {
    super();
  }

  formatDate(date: unknown, timeZone: unknown, format: unknown): string {
    if (!isDate(date) || typeof timeZone !== 'string' || typeof format !== 'string')
      throw new ServiceError("The parameters don't match the method signature for Utilities.formatDate.");
    return formatJavaDate(date.getTime(), zoneOf(timeZone), format);
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    return new Date(readJavaDate(String(date), zoneOf(timeZone), String(format)));
  }

  getUuid(): string {
    return randomUUID();
  }

  /** Blocks the whole host, as it blocks an execution at Google's, until the execution's time is up. */
  sleep(milliseconds: number): void {
    Atomics.wait(
      new Int32Array(new SharedArrayBuffer(4)),
      0,
      0,
      Math.min(milliseconds, LONGEST_SLEEP, Math.max(0, this.environment.timeLeft()) + 1),
    );
  }

  base64Encode(data: unknown): string {
    return bytesOf(data).toString('base64');
  }

  base64EncodeWebSafe(data: unknown): string {
    return bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return signed(Buffer.from(encoded, 'base64url'));
  }

  computeHmacSha256Signature(value: unknown, key: unknown): number[] {
    return signed(createHmac('sha256', bytesOf(key)).update(bytesOf(value)).digest());
  }

  /** The placeholders of C: `%s`, `%05.2f`, `%-10d`, `%x`. */
  formatString(template: string, ...args: unknown[]): string {
    return formatted(String(template), args);
  }

  newBlob(data: unknown, contentType?: string, name?: string): GoogleAppsScript.Base.Blob {
    return new BlobService(bytesOf(data), contentType ?? null, name ?? null).asGoogle;
  }

  /** Rows of fields; quotes keep delimiters and line breaks together. */
  parseCsv(csv: string, delimiter = ','): string[][] {
    return parsedCsv(String(csv), String(delimiter).charAt(0));
  }

  base64Decode(encoded: string): number[] {
    return signed(Buffer.from(encoded, 'base64'));
  }

  computeDigest(algorithm: unknown, value: unknown): number[] {
    const name = DigestAlgorithm.labelOf(algorithm).replace('_', '').toLowerCase();
    return signed(createHash(name).update(bytesOf(value)).digest());
  }
}

function zoneOf(name: string): Zone {
  try {
    return fixedZone(name) ?? new TimeZone(name);
  } catch {
    // Java takes a zone that it does not know for Greenwich.
    return new TimeZone('GMT');
  }
}

/** Java's zones of one offset: `GMT+5`, `GMT+05:30`, `GMT-0330`. */
function fixedZone(name: string): Zone | undefined {
  const [, sign, hours = '', minutes = '00'] = /^GMT([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(name) ?? [];
  if (sign === undefined || Number(hours) > 23) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return { name, offsetAt: () => offset };
}
