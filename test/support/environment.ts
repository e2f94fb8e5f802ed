import { TestEnvironment } from 'jest-environment-node';
import { sep } from 'node:path';
import { TRIES } from '../browser/support/patience';

/** What Jest tells of a test: as much of it as we look at. */
interface TestEvent {
  name: string;
  test?: { errors: unknown[]; invocations: number; mode?: string | null; parent: DescribeBlock };
}
interface DescribeBlock {
  name: string;
  parent?: DescribeBlock;
}

/**
 * Node, as usual. Only in the browser each test goes on where the last one ended, so that after one that failed, the others
 * of its block would each wait in vain for minutes: they are left out.
 */
export default class Environment extends TestEnvironment {
  private readonly goesOn: boolean;
  private readonly failed = new Set<string>();

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    this.goesOn = context.testPath.includes(`${sep}browser${sep}`);
  }

  handleTestEvent({ name, test }: TestEvent): void {
    if (!this.goesOn || !test) return;
    const block = outermost(test.parent);
    if (name === 'test_done' && test.errors.length > 0 && test.invocations >= TRIES) this.failed.add(block);
    if (name === 'test_start' && this.failed.has(block)) test.mode = 'skip';
  }
}

/** The name of the block right below the file that a test stands in. */
function outermost(block: DescribeBlock): string {
  return block.parent?.parent ? outermost(block.parent) : block.name;
}
