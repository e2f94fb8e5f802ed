import { text } from '../schema/column';

/**
 * By which an imported row is known: its name in the file, the import that wrote it, and a checksum of what was written,
 * so that an import can be taken back without what people have changed since.
 */
export const importColumns = {
  importId: text('Import', 'The import that wrote the row, so that it can be taken back. Partner Ledger writes it.', {
    filled: 'by the add-on',
  }),
  rowDigest: text('Row digest', 'Tells whether an imported row was changed since. Partner Ledger writes it.', {
    filled: 'by the add-on',
    width: 110,
  }),
};
