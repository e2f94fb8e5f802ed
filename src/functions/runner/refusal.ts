/** What a calculation finds wrong with an argument. Whoever called it knows the place and says it. */
export class Refusal extends Error {
  constructor(
    readonly argumentName: string,
    readonly complaint: string,
    /** Which of several values of the argument is meant, from 0. */
    readonly item: number,
  ) {
    super(complaint);
  }
}

/** Stops a calculation because of one argument: of the row at hand, or of the call where it does not differ by row. */
export function refuse(argumentName: string, complaint: string, item = 0): never {
  throw new Refusal(argumentName, complaint, item);
}
