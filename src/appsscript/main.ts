/** Everything that the compiled script shows of itself beside the formulas. */
export * from './entry-points';
export { guarded } from './guard';
export { FORM_ITEMS } from './menu';
