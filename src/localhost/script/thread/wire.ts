import type { MessagePort } from 'node:worker_threads';
import { isDate, isNativeError } from 'node:util/types';
import type { ScriptFailure } from '../execution';
import type { RunReply } from '../../contract/protocol';
import type { ServiceDefinition } from '../../services/base/service';

/** What a thread is told to do, and how it gets its answers: it sleeps on the signal until one has come. */
export interface ThreadOrder {
  start: ThreadStart;
  answers: MessagePort;
  signal: Int32Array;
}

/** The execution that a thread is there for. */
export interface ThreadStart {
  scripts: { name: string; text: string }[];
  timeZone: string;
  /** The globals, by name. */
  services: Record<string, WireValue>;
  functionName: string;
  args: unknown[];
  /** Milliseconds after which the script is stopped wherever it is. */
  lastMoment: number;
  /** Milliseconds by which the host's time is ahead of the machine's. */
  ahead: number;
  /** A menu of the project calls it, so that it may be a private one. */
  fromMenu: boolean;
}

/** What an execution's thread says to the host: a call for whose answer it waits, and at last how it ended. */
export type FromThread =
  | { type: 'call'; service: number; member: string; args: WireValue[] }
  | { type: 'end'; reply: RunReply; failure: ScriptFailure | undefined };

/** The host's answer to a call. */
export type ToThread = { value: WireValue } | { error: { message: string; isGoogles: boolean } };

/** A service as the other side of the wire knows it; described when it is sent for the first time. */
export interface WireService {
  wire: 'service';
  id: number;
  definition?: ServiceDefinition;
  constants?: Record<string, WireValue>;
}

/** A value on its way between the host and a thread: structured data in which services are named by their number. */
export type WireValue = unknown;

/** Makes a value fit for the wire. `ofService` describes a service, or answers undefined for anything else. */
export function toWire(value: unknown, ofService: (value: object) => WireService | undefined): WireValue {
  if (typeof value === 'function' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const service = ofService(value);
  if (service) return service;
  if (isDate(value) || isNativeError(value)) return value;
  if (Array.isArray(value)) return value.map((member) => toWire(member, ofService));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toWire(member, ofService)]));
}

/** The reverse of `toWire`. */
export function fromWire(value: WireValue, service: (sent: WireService) => unknown): unknown {
  if (typeof value !== 'object' || value === null || isDate(value) || isNativeError(value)) return value;
  if (Array.isArray(value)) return value.map((member: unknown) => fromWire(member, service));
  if (isWireService(value)) return service(value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fromWire(member, service)]));
}

function isWireService(value: object): value is WireService {
  return (value as Partial<WireService>).wire === 'service';
}
