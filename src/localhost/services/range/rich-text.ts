import { ServiceError } from '../../contract/service-error';
import { type CallTable, Service, type ServiceDefinition, own } from '../base/service';
import { type TextLook, TextStyleService, lookOf } from './text-style';

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type Builder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

/** A part of a text that looks alike; the end is not part of it. */
export interface Run {
  start: number;
  end: number;
  look: TextLook;
  link: string | null;
}

const calls = {
  copy: 'handle',
  getEndIndex: 'handle',
  getLinkUrl: 'handle',
  getRuns: 'handle',
  getStartIndex: 'handle',
  getText: 'handle',
  getTextStyle: 'handle',
} as const satisfies CallTable<RichTextValue>;

const definition: ServiceDefinition = { name: 'RichTextValue', calls };

/** A text with looks and links of its parts. */
export class RichTextValueService extends Service<RichTextValue> implements Pick<RichTextValue, keyof typeof calls> {
  readonly definition = definition;

  /** @param start where a run begins in the text that it was taken from */
  constructor(
    readonly text: string,
    readonly runs: readonly Run[],
    private readonly start = 0,
  ) {
    super();
  }

  get asGoogle(): RichTextValue {
    return this.api;
  }

  copy(): Builder {
    return new RichTextBuilderService(this.text, this.runs).asGoogle;
  }

  getText(): string {
    return this.text;
  }

  getStartIndex(): number {
    return this.start;
  }

  getEndIndex(): number {
    return this.start + this.text.length;
  }

  /** Null when parts of the text lead to different places. */
  getLinkUrl(...[from, to]: unknown[]): string | null {
    const links = new Set(this.runsWithin(from, to).map(({ link }) => link));
    return links.size === 1 ? ([...links][0] ?? null) : null;
  }

  getTextStyle(...[from, to]: unknown[]): GoogleAppsScript.Spreadsheet.TextStyle {
    const looks = this.runsWithin(from, to).map(({ look }) => look);
    const [first = {}] = looks;
    const common = Object.entries(first).filter(([name, value]) =>
      looks.every((look) => look[name as keyof TextLook] === value),
    );
    return new TextStyleService(Object.fromEntries(common)).asGoogle;
  }

  getRuns(): RichTextValue[] {
    const runs = this.runs.length > 0 ? this.runs : [{ start: 0, end: this.text.length, look: {}, link: null }];
    return runs.map(({ start, end, look, link }) => {
      const part = this.text.slice(start, end);
      return new RichTextValueService(part, [{ start: 0, end: part.length, look, link }], start).asGoogle;
    });
  }

  private runsWithin(from: unknown, to: unknown): readonly Run[] {
    if (typeof from !== 'number' || typeof to !== 'number') return this.runs;
    return this.runs.filter(({ start, end }) => start < to && end > from);
  }
}

const builderCalls = {
  build: 'handle',
  setLinkUrl: 'handle',
  setText: 'handle',
  setTextStyle: 'handle',
} as const satisfies CallTable<Builder>;

const builderDefinition: ServiceDefinition = { name: 'RichTextValueBuilder', calls: builderCalls };

export class RichTextBuilderService extends Service<Builder> implements Pick<Builder, keyof typeof builderCalls> {
  readonly definition = builderDefinition;

  /** What each character looks like. */
  private looks: { look: TextLook; link: string | null }[] = [];

  constructor(
    private text = '',
    runs: readonly Run[] = [],
  ) {
    super();
    this.setText(text);
    for (const { start, end, look, link } of runs) {
      for (let i = start; i < end; i++) this.looks[i] = { look, link };
    }
  }

  get asGoogle(): Builder {
    return this.api;
  }

  setText(text: string): Builder {
    this.text = String(text);
    this.looks = Array.from(this.text, () => ({ look: {}, link: null }));
    // Characters are counted as JavaScript counts them.
    while (this.looks.length < this.text.length) this.looks.push({ look: {}, link: null });
    return this.api;
  }

  setLinkUrl(...args: unknown[]): Builder {
    const link = args.at(-1) as string | null;
    return this.change(args, (one) => ({ ...one, link: link === '' ? null : link }));
  }

  setTextStyle(...args: unknown[]): Builder {
    const look = lookOf(args.at(-1), 'RichTextValueBuilder.setTextStyle');
    return this.change(args, (one) => ({ ...one, look: { ...one.look, ...look } }));
  }

  build(): RichTextValue {
    const runs: Run[] = [];
    this.looks.forEach(({ look, link }, i) => {
      const last = runs.at(-1);
      if (last && last.link === link && JSON.stringify(last.look) === JSON.stringify(look)) last.end = i + 1;
      else runs.push({ start: i, end: i + 1, look, link });
    });
    return new RichTextValueService(this.text, runs).asGoogle;
  }

  private change(args: unknown[], change: (one: (typeof this.looks)[0]) => (typeof this.looks)[0]): Builder {
    const [from, to] = args.length >= 3 ? (args as number[]) : [0, this.text.length];
    if (!(from! >= 0 && to! <= this.text.length && from! <= to!)) {
      throw new ServiceError('The offsets are outside the text.');
    }
    this.looks = this.looks.map((one, i) => (i >= from! && i < to! ? change(one) : one));
    return this.api;
  }
}

export function richTextArgument(value: unknown, what: string): RichTextValueService {
  return own(RichTextValueService, value, what);
}
