/** Anything JSON can hold. */
export type StateValue = string | number | boolean | null | StateValue[] | { [key: string]: StateValue };
