/** Bad input of a custom function, in one line that a person can act on. The sheet shows it at the formula's cell. */
export class ArgumentError extends Error {
  // The sheet puts an error's name before its message, and "ArgumentError" tells a person nothing.
  override name = 'Error';
}
