import { createHash, randomUUID } from 'node:crypto';
import { TimeZone } from '../time-zones';
import { isDate } from '../typed-values';
import { formatJavaDate } from './java-dates';
import { type CallTable, EnumSet, Service, type ServiceDefinition, ServiceError } from './service';

type Utilities = GoogleAppsScript.Utilities.Utilities;

const DigestAlgorithm = new EnumSet('DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const Charset = new EnumSet('Charset', ['US_ASCII', 'UTF_8']);

const LONGEST_SLEEP = 300_000;

const calls = {
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

  formatDate(date: unknown, timeZone: string, format: string): string {
    if (!isDate(date))
      throw new ServiceError("The parameters don't match the method signature for Utilities.formatDate.");
    return formatJavaDate(date.getTime(), zoneOf(timeZone), format);
  }

  getUuid(): string {
    return randomUUID();
  }

  /** Blocks the whole host, as it blocks an execution at Google's. */
  sleep(milliseconds: number): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(milliseconds, LONGEST_SLEEP));
  }

  base64Encode(data: unknown): string {
    return bytesOf(data).toString('base64');
  }

  base64EncodeWebSafe(data: unknown): string {
    return bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(encoded: string): number[] {
    return signed(Buffer.from(encoded, 'base64'));
  }

  computeDigest(algorithm: unknown, value: unknown): number[] {
    const name = DigestAlgorithm.labelOf(algorithm).replace('_', '').toLowerCase();
    return signed(createHash(name).update(bytesOf(value)).digest());
  }
}

function zoneOf(name: string): TimeZone {
  try {
    return new TimeZone(name);
  } catch {
    // Java takes a zone that it does not know for Greenwich.
    return new TimeZone('GMT');
  }
}

function bytesOf(data: unknown): Buffer {
  return Array.isArray(data) ? Buffer.from(data as number[]) : Buffer.from(String(data));
}

/** Bytes are signed in Apps Script. */
function signed(bytes: Buffer): number[] {
  return [...new Int8Array(bytes)];
}
