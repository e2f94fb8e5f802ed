/** Everything the compiled script shows of itself: the entry points and, behind the generated stubs, the formulas. */
export * from './entry-points';
export { guarded } from './guard';
export { formulas } from './custom-functions';
export { FORM_ITEMS } from './menu';
