/** Says in the output of the tests, whichever process runs them, how often something was tried. */
export function sayCount(sentence: string): void {
  process.stdout.write(`    ${sentence}\n`);
}
