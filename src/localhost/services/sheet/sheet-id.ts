/** An id for a sheet that a script makes: digits only, so that both sides agree. */
export function newSheetId(taken: (id: string) => boolean): string {
  for (;;) {
    const id = String(Math.floor(Math.random() * 2 ** 31));
    if (!taken(id)) return id;
  }
}
