type AbstractClass = abstract new (...args: never[]) => object;

/** What all members of a union have, together. */
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Together) => void
  ? Together
  : never;

/**
 * One class of many parts that stand beside each other: each extends the base alone and has methods only, no fields of its
 * own. What one part needs of another it asks of the whole, by Google's names (`this.api`).
 * @throws Error where two parts have a method of the same name
 */
export function joined<Base extends AbstractClass, Parts extends AbstractClass[]>(
  base: Base,
  ...parts: Parts
): abstract new (...args: ConstructorParameters<Base>) => InstanceType<Base> & All<InstanceType<Parts[number]>> {
  abstract class Joined extends (base as unknown as abstract new (...args: unknown[]) => object) {}
  for (const { name, prototype } of parts) {
    for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype as object))) {
      if (key === 'constructor') continue;
      if (Object.hasOwn(Joined.prototype, key)) throw new Error(`${name} has a second ${key}.`);
      Object.defineProperty(Joined.prototype, key, member);
    }
  }
  return Joined as never;
}
