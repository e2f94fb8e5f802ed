import type { Injector, Nullable } from '@univerjs/core';
import {
  type BaseAstNode,
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  IFormulaRuntimeService,
  Interpreter,
  LambdaNodeFactory,
  LambdaValueObjectObject,
  type LexerNode,
} from '@univerjs/engine-formula';
import type { CallLimit } from './call-limit';

/** How deep calls may stand in each other; the engine has no room for the 10,000 of Sheets. */
const MOST_DEPTH = 200;

const FUNCTION_NODE = 4;
const LAMBDA_NODE = 5;
const PARAMETER_NODE = 6;

type Value = Nullable<FunctionVariantType>;

/** What a LAMBDA or LET gives names to; a LAMBDA that nobody has called yet holds nothing. */
type Variables = Map<string, Nullable<BaseAstNode>>;

interface LambdaNode extends BaseAstNode {
  isEmptyParamFunction(): boolean;
  getLambdaId(): string;
}

interface ParameterNode extends BaseAstNode {
  getLambdaParameter(): string;
  getCurrentLambdaPrivacyVar(): Variables;
}

/** What stands in the body of a LAMBDA. */
interface Body {
  node: BaseAstNode;
  keys: string[];
  own: { node: ParameterNode; position: number }[];
  /** Names that are given further out. */
  free: ParameterNode[];
  /** How many calls of it have not ended yet. */
  open: number;
}

interface Offset {
  x: number;
  y: number;
}

/**
 * Lambdas as values that know what the names around them stood for. Against the engine's own way a lambda may be answered by
 * a lambda, be handed to one, and call itself where it is handed to itself.
 */
export class Closures {
  private readonly variables = new WeakMap<BaseAstNode, Variables>();
  private readonly bodies = new WeakMap<BaseAstNode, Body>();
  /** Names whose values a call sets. */
  private readonly set = new WeakSet<BaseAstNode>();
  private readonly interpreter: Interpreter;
  private depth = 0;

  constructor(
    injector: Injector,
    private readonly limit: CallLimit,
  ) {
    this.interpreter = injector.get(Interpreter);
    const runtime = injector.get(IFormulaRuntimeService);
    const factory = injector.get(LambdaNodeFactory);
    const create = factory.create.bind(factory);
    factory.create = (param: LexerNode) => {
      const node = create(param);
      if (node.nodeType === LAMBDA_NODE) {
        this.variables.set(
          node,
          runtime.getFunctionDefinitionPrivacyVar((node as LambdaNode).getLambdaId()) as Variables,
        );
      }
      return node;
    };
  }

  /** Has a LAMBDA that nobody calls at once answer itself. */
  create(node: BaseAstNode, offset: Offset): void {
    node.execute();
    const body = this.bodyOf(node);
    const around = new Map(body.free.map((name) => [name, valueOf(name)]));
    node.setValue(new Closure(this, node, this.interpreter, body.keys, around, offset));
  }

  /** Has a name answer what it stands for. */
  readName(node: BaseAstNode): void {
    if (!this.set.has(node)) node.setValue(valueOf(node as ParameterNode) as FunctionVariantType);
    if (!node.getValue()) node.setValue(ErrorValueObject.create('#NAME?' as never));
  }

  call(
    lambda: BaseAstNode,
    around: Map<ParameterNode, Value>,
    offset: Offset,
    args: FunctionVariantType[],
  ): BaseValueObject {
    const body = this.bodyOf(lambda);
    if (args.length !== body.keys.length) return ErrorValueObject.create('#VALUE!' as never);
    this.limit.count();
    if (this.depth >= MOST_DEPTH) this.limit.exceed();
    // What a call within a call calculates stands in the same nodes.
    const before = body.open > 0 ? valuesIn(body.node) : [];
    body.open += 1;
    this.depth += 1;
    try {
      for (const { node, position } of body.own) node.setValue(args[position]!);
      for (const [node, value] of around) node.setValue(value as FunctionVariantType);
      const answer = this.interpreter.execute({ node: body.node, refOffsetX: offset.x, refOffsetY: offset.y });
      const isReference = (answer as FunctionVariantType).isReferenceObject();
      return isReference
        ? (answer as unknown as BaseReferenceObject).toArrayValueObject()
        : (answer as BaseValueObject);
    } finally {
      this.depth -= 1;
      body.open -= 1;
      for (const [node, value] of before) node.setValue(value as FunctionVariantType);
    }
  }

  /** Whether a function that is meant stands in the body of a lambda. */
  calls(lambda: BaseAstNode, isMeant: (name: string) => boolean): boolean {
    const { node } = this.bodyOf(lambda);
    return nodesIn(node).some((one) => one.nodeType === FUNCTION_NODE && isMeant(one.getToken().toUpperCase()));
  }

  private bodyOf(lambda: BaseAstNode): Body {
    let body = this.bodies.get(lambda);
    if (!body) {
      const variables = this.variables.get(lambda) ?? (new Map() as Variables);
      const node = lambda.getChildren().at(-1)!;
      const nodes = nodesIn(node);
      const keys = [...variables.keys()];
      const within = new Set(nodes.map((one) => this.variables.get(one)));
      const names = nodes.filter((one) => one.nodeType === PARAMETER_NODE) as ParameterNode[];
      const isOwn = (name: ParameterNode): boolean => name.getCurrentLambdaPrivacyVar() === variables;
      const own = names
        .filter(isOwn)
        .map((name) => ({ node: name, position: keys.indexOf(name.getLambdaParameter()) }));
      const free = names.filter((name) => !isOwn(name) && !within.has(name.getCurrentLambdaPrivacyVar()));
      body = { node, keys, own, free, open: 0 };
      this.bodies.set(lambda, body);
      for (const name of [...own.map((one) => one.node), ...free]) this.set.add(name);
    }
    return body;
  }
}

export class Closure extends LambdaValueObjectObject {
  constructor(
    private readonly closures: Closures,
    private readonly lambda: BaseAstNode,
    interpreter: Interpreter,
    keys: string[],
    private readonly around: Map<ParameterNode, Value>,
    private readonly offset: Offset,
  ) {
    super(lambda, interpreter, keys);
  }

  calls(isMeant: (name: string) => boolean): boolean {
    return this.closures.calls(this.lambda, isMeant);
  }

  override execute(...args: FunctionVariantType[]): BaseValueObject {
    return this.closures.call(this.lambda, this.around, this.offset, args);
  }
}

/** LAMBDA_CALL(lambda, argument, …) */
export function callLambda(...[callee, ...args]: FunctionVariantType[]): BaseValueObject {
  if (callee!.isError()) return callee as BaseValueObject;
  if (!isLambda(callee!)) return ErrorValueObject.create('#NAME?' as never);
  if (args.length !== callee.getLambdaPrivacyVarKeys().length) return ErrorValueObject.create('#N/A' as never);
  return callee.execute(...args) as BaseValueObject;
}

export const isLambda = (value: FunctionVariantType): value is LambdaValueObjectObject =>
  !value.isReferenceObject() && (value as BaseValueObject).isLambda();

/** What LET has calculated for a name, or what a call has set. */
const valueOf = (name: ParameterNode): Value => {
  const given = name.getCurrentLambdaPrivacyVar().get(name.getLambdaParameter());
  return (given ?? name).getValue();
};

const nodesIn = (node: BaseAstNode): BaseAstNode[] => [node, ...node.getChildren().flatMap(nodesIn)];

const valuesIn = (node: BaseAstNode): [BaseAstNode, Value][] => nodesIn(node).map((one) => [one, one.getValue()]);
