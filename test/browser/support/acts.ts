import type { Locator } from 'playwright-core';
import type { AddOnPage } from './add-on-page';

/** What a person does with their hands, counted: fields that they fill, keys that they press by themselves, clicks. */
export class Acts {
  fields = 0;
  keys = 0;
  clicks = 0;

  constructor(private readonly page: AddOnPage) {}

  async fill(name: string, text: string): Promise<void> {
    this.fields++;
    await this.page.field(name).fill(text);
  }

  async select(name: string, choice: string): Promise<void> {
    this.fields++;
    await this.page.field(name).selectOption(choice);
  }

  /** Types into the field that has the keyboard already. */
  async type(text: string): Promise<void> {
    this.fields++;
    await this.page.page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    this.keys++;
    await this.page.page.keyboard.press(key);
  }

  async click(what: string | Locator): Promise<void> {
    this.clicks++;
    await (typeof what === 'string' ? this.page.button(what) : what).click();
  }

  /** An item of the menu: a click for each step of the way. */
  async item(...path: string[]): Promise<void> {
    this.clicks += 2 + path.length;
    await this.page.item(...path);
  }

  /** Of a practised hand: five seconds to think of and write a field, two to find and click something, half a one a key. */
  get seconds(): number {
    return 5 * this.fields + 2 * this.clicks + 0.5 * this.keys;
  }
}
