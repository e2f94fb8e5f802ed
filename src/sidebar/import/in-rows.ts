/** `1 row`, `1,358 rows`. */
export const inRows = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'row' : 'rows'}`;
