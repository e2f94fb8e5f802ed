import { version } from '../../../package.json';

/** How the add-on comes into another sheet, or a newer one into this, without a terminal. The README says the same. */
export function InstallView() {
  return (
    <details class="install">
      <summary>Put it into another sheet, or update it</summary>
      <ol>
        <li>
          Get the file <code>partner-ledger.gs</code> from whoever gave you this sheet, and copy its whole text.
        </li>
        <li>
          In the sheet, open <i>Extensions › Apps Script</i>. Name the project: its name becomes the menu’s.
        </li>
        <li>
          Paste the text in place of all that stands in <i>Code.gs</i>, save, and reload the sheet.
        </li>
        <li>
          Choose <i>Extensions › your name for it › Set up this sheet</i>. Google asks for your consent once. Because
          the script is your own, it says that it has not verified the app: choose <i>Advanced</i>, then go on.
        </li>
      </ol>
      <p>Your partner is asked the same on the first use of the menu.</p>
      <p>
        An update is pasted in the same way, over the old text. This sheet has version {version}. What was entered
        stays.
      </p>
      <p>
        For a second partnership paste it into a new sheet, or keep an empty sheet with the script as a master and copy
        that. Never copy this sheet: its data would go along.
      </p>
    </details>
  );
}
