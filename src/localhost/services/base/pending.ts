/** What a service answers when a person has to be waited for. Only executions on a thread of their own meet it. */
export class Pending<T = unknown> {
  constructor(readonly value: Promise<T>) {}

  map<Other>(change: (value: T) => Other): Pending<Other> {
    return new Pending(this.value.then(change));
  }
}
