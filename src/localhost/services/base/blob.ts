import { type CallTable, Service, type ServiceDefinition } from './service';

type Blob = GoogleAppsScript.Base.Blob;

const calls = {
  copyBlob: 'handle',
  getBytes: 'handle',
  getContentType: 'handle',
  getDataAsString: 'handle',
  getName: 'handle',
  setBytes: 'handle',
  setContentType: 'handle',
  setDataFromString: 'handle',
  setName: 'handle',
} as const satisfies CallTable<Blob>;

const definition: ServiceDefinition = { name: 'Blob', calls };

/** Data with a name and a type; it is not converted. */
export class BlobService extends Service<Blob> implements Pick<Blob, keyof typeof calls> {
  readonly definition = definition;

  constructor(
    private data: Buffer,
    private contentType: string | null,
    private name: string | null,
  ) {
    super();
  }

  get asGoogle(): Blob {
    return this.api;
  }

  copyBlob(): Blob {
    return new BlobService(Buffer.from(this.data), this.contentType, this.name).asGoogle;
  }

  getBytes(): number[] {
    return signed(this.data);
  }

  setBytes(data: number[]): Blob {
    this.data = bytesOf(data);
    return this.api;
  }

  getDataAsString(): string {
    return this.data.toString('utf8');
  }

  setDataFromString(text: string): Blob {
    this.data = bytesOf(String(text));
    return this.api;
  }

  getContentType(): string | null {
    return this.contentType;
  }

  setContentType(contentType: string | null): Blob {
    this.contentType = contentType;
    return this.api;
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: string): Blob {
    this.name = name;
    return this.api;
  }
}

export function bytesOf(data: unknown): Buffer {
  return Array.isArray(data) ? Buffer.from(data as number[]) : Buffer.from(String(data));
}

/** Bytes are signed in Apps Script. */
export function signed(bytes: Buffer): number[] {
  return [...new Int8Array(bytes)];
}
