/** *What we want*, as the menu has it. */
export const sealedItem = { id: 'sealed', title: 'What we want' } as const;
