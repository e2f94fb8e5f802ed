import { Service, type ServiceDefinition } from '../../services/base/service';
import { type WireService, type WireValue, fromWire, toWire } from './wire';

/** Asks the host and waits for its answer. */
export type Call = (service: number, member: string, args: WireValue[]) => WireValue;

/** A service of the host as an execution on a thread of its own sees it: every call goes to the host and waits. */
class RemoteService extends Service<unknown> {
  constructor(
    readonly id: number,
    readonly definition: ServiceDefinition,
  ) {
    super();
  }
}

/** The services that a thread has been told of. */
export class RemoteServices {
  private readonly known = new Map<number, RemoteService>();

  constructor(private readonly call: Call) {}

  /** The value that was sent, with services in place of their numbers. */
  receive(value: WireValue): unknown {
    return fromWire(value, (sent) => this.service(sent));
  }

  private service({ id, definition, constants }: WireService): RemoteService {
    const known = this.known.get(id);
    if (known) return known;
    if (!definition) throw new Error(`The host names a service that it has not described: ${id}.`);
    const service = new RemoteService(id, definition);
    this.known.set(id, service);
    for (const member of Object.keys(definition.calls)) {
      const value = (...args: unknown[]) => this.receive(this.call(id, member, args.map(wireArgument)));
      Object.defineProperty(service, member, { value });
    }
    for (const [name, constant] of Object.entries(constants ?? {})) {
      Object.defineProperty(service, name, { value: this.receive(constant) });
    }
    return service;
  }
}

function wireArgument(arg: unknown): WireValue {
  return toWire(arg, (value) => (value instanceof RemoteService ? { wire: 'service', id: value.id } : undefined));
}
