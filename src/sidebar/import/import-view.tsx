import { useState } from 'preact/hooks';
import type { OpenedImport } from '../../actions/import/open-import';
import type { FileTable } from '../../import/file/file-table';
import { BegunView } from './begun-view';
import { ChooseView } from './choose-view';
import { FileView } from './file-view';

/** The steps of an import: a file, what it is, what would be written; each can be gone back from. */
export function ImportView({ opened }: { opened: OpenedImport }) {
  const [file, setFile] = useState<{ name: string; table: FileTable } | null>(null);
  // How files are taken is kept for the next one, also of this visit.
  const [plans, setPlans] = useState(opened.plans);
  if (!file) {
    return (
      <>
        {opened.begun && <BegunView begun={opened.begun} />}
        <ChooseView onRead={(name, table) => setFile({ name, table })} />
      </>
    );
  }
  return (
    <FileView
      {...file}
      opened={{ ...opened, plans }}
      onKept={(signature, plan) => setPlans({ ...plans, [signature]: plan })}
      onBack={() => setFile(null)}
    />
  );
}
