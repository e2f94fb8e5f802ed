import type { EngineMutation } from '../contract/engine';
import type { StateValue } from '../contract/state';
import type { Mutation } from '../contract/protocol';
import { inlineStyles } from '../engine/univer/inline-styles';
import { spillText } from '../workbook/spill-text';

/** One change of the workbook as the file keeps it. */
export type StoredChange =
  { mutation: { id: string; params: unknown } } | { state: { key: string; value?: StateValue } };

/** What has changed since it was last asked. */
export interface Changes {
  /** To be stored: everything but what formulas have answered. */
  stored: StoredChange[];
  /** To be shown: what people and scripts have done. */
  made: Mutation[];
  /** To be shown: what formulas have answered, spilled values last. */
  calculated: Mutation[];
}

const SPILL = 'formula.mutation.set-array-formula-data';

/** Set by the host alone; a page has no use for it and does not know it. */
const HOST_ONLY = /^host\./;

/** The engine's talk about its own calculation, which concerns no page and no file. */
const INTERNAL =
  /^doc|^formula\.(?!mutation\.(?:set-array-formula-data|set-defined-name|remove-defined-name)$)|^sheet\.mutation\.data-validation-formula-mark-dirty$/;

/** What looks at the values there are: a page must have those that formulas have answered so far. */
const LOOKING = /^sheet\.mutation\.(set-filter-criteria|re-calc-filter)$/;

/** Collects what happens to the workbook until somebody hands it on. */
export class ChangeLog {
  private changes: Changes = { stored: [], made: [], calculated: [] };
  private spill: unknown;
  private lastSpill: string | undefined;

  /**
   * @param isWanted whether anybody is there to be told: a workbook in memory without a page needs no log
   * @param findStyle the style that the engine knows by an id
   */
  constructor(
    private readonly isWanted: () => boolean,
    private readonly findStyle: (id: string) => unknown,
  ) {}

  /** Whether anything is still to be handed on. */
  get isEmpty(): boolean {
    const { stored, made, calculated } = this.changes;
    return stored.length + made.length + calculated.length === 0 && this.spill === undefined;
  }

  noteMutation({ id, params, options, isResult }: EngineMutation): void {
    if (INTERNAL.test(id) || !this.isWanted()) return;
    // What the engine adds to an edited formula is told of too late, and every engine adds it by itself.
    if (options.fromFormula && !isResult) return;
    if (id === SPILL) {
      // The whole of it comes with every recalculation: only the last one counts.
      this.spill = params;
      return;
    }
    // A copy: the engine goes on using the objects.
    const mutation = { id, params: JSON.parse(JSON.stringify(params, inlineStyles(this.findStyle))) as unknown };
    if (isResult) {
      this.changes.calculated.push({ ...mutation, options });
      return;
    }
    this.changes.stored.push({ mutation });
    if (LOOKING.test(id)) this.changes.made.push(...this.changes.calculated.splice(0));
    if (!HOST_ONLY.test(id)) this.changes.made.push({ ...mutation, options });
  }

  noteState(key: string, value: StateValue | undefined): void {
    if (this.isWanted()) this.changes.stored.push({ state: { key, ...(value !== undefined && { value }) } });
  }

  /** A page that joins has its spilled values from a snapshot: the next ones are told in any case. */
  forgetSpill(): void {
    this.lastSpill = undefined;
  }

  /** What was taken but could not be handed on comes first when it is asked for again. */
  putBack({ stored, made, calculated }: Changes): void {
    const later = this.changes;
    this.changes = {
      stored: [...stored, ...later.stored],
      made: [...made, ...later.made],
      calculated: [...calculated, ...later.calculated],
    };
  }

  /** Everything since the last call. */
  take(): Changes {
    const { changes } = this;
    this.changes = { stored: [], made: [], calculated: [] };
    const spill = this.spill === undefined ? undefined : spillText(this.spill);
    this.spill = undefined;
    if (spill !== undefined && spill !== this.lastSpill) {
      this.lastSpill = spill;
      changes.calculated.push({ id: SPILL, params: JSON.parse(spill) as unknown, options: { onlyLocal: true } });
    }
    return changes;
  }
}
