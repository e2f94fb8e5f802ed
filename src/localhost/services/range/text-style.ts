import { colorGiven } from '../base/colors';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';

type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type Builder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

/** How a part of a text looks; what is absent comes from the cell. */
export interface TextLook {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  color?: string | null;
  family?: string | null;
  size?: number | null;
}

const calls = {
  copy: 'handle',
  getFontFamily: 'handle',
  getFontSize: 'handle',
  getForegroundColor: 'handle',
  isBold: 'handle',
  isItalic: 'handle',
  isStrikethrough: 'handle',
  isUnderline: 'handle',
} as const satisfies CallTable<TextStyle>;

const definition: ServiceDefinition = { name: 'TextStyle', calls };

export class TextStyleService extends Service<TextStyle> implements Pick<TextStyle, keyof typeof calls> {
  readonly definition = definition;

  constructor(readonly look: TextLook) {
    super();
  }

  get asGoogle(): TextStyle {
    return this.api;
  }

  copy(): Builder {
    return new TextStyleBuilderService({ ...this.look }).asGoogle;
  }

  isBold(): boolean {
    return this.look.bold ?? false;
  }

  isItalic(): boolean {
    return this.look.italic ?? false;
  }

  isUnderline(): boolean {
    return this.look.underline ?? false;
  }

  isStrikethrough(): boolean {
    return this.look.strikethrough ?? false;
  }

  getForegroundColor(): string {
    return this.look.color ?? '#000000';
  }

  getFontFamily(): string {
    return this.look.family ?? 'Arial';
  }

  getFontSize(): number {
    return this.look.size ?? 10;
  }
}

const builderCalls = {
  build: 'handle',
  setBold: 'handle',
  setFontFamily: 'handle',
  setFontSize: 'handle',
  setForegroundColor: 'handle',
  setItalic: 'handle',
  setStrikethrough: 'handle',
  setUnderline: 'handle',
} as const satisfies CallTable<Builder>;

const builderDefinition: ServiceDefinition = { name: 'TextStyleBuilder', calls: builderCalls };

export class TextStyleBuilderService extends Service<Builder> implements Pick<Builder, keyof typeof builderCalls> {
  readonly definition = builderDefinition;

  constructor(private readonly look: TextLook = {}) {
    super();
  }

  get asGoogle(): Builder {
    return this.api;
  }

  build(): TextStyle {
    return new TextStyleService({ ...this.look }).asGoogle;
  }

  setBold(bold: boolean): Builder {
    return this.set({ bold });
  }

  setItalic(italic: boolean): Builder {
    return this.set({ italic });
  }

  setUnderline(underline: boolean): Builder {
    return this.set({ underline });
  }

  setStrikethrough(strikethrough: boolean): Builder {
    return this.set({ strikethrough });
  }

  setForegroundColor(color: string | null): Builder {
    return this.set({ color: colorGiven(color) });
  }

  setFontFamily(family: string | null): Builder {
    return this.set({ family });
  }

  setFontSize(size: number): Builder {
    return this.set({ size });
  }

  private set(part: TextLook): Builder {
    Object.assign(this.look, part);
    return this.api;
  }
}

/** The look behind an argument; null stands for the cell's own. */
export function lookOf(style: unknown, what: string): TextLook {
  return style === null ? {} : own(TextStyleService, style, what).look;
}
