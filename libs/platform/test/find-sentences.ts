import ts from 'typescript';

/** Where the sentences of refusals stand in the sources: what these members and callees are given. */
const members = new Set(['detail', 'message', 'error']);
const callees = new Set([
  ...['refused', 'refuse', 'malformed', 'demand', 'fieldProblem', 'attributeProblem', 'problem'],
  ...['CaseRefusal', 'CloudEventError', 'ContractError', 'CalendarError', 'report', 'missing'],
  ...['refine', 'regex'],
]);

/**
 * The sentences with which a source refuses requests, each `${value}` as a letter and a number; also those that a
 * constant or a function of the same file hands over.
 */
export function findSentences(fileName: string, text: string): string[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022, true);
  const found = new Set<string>();
  const followed = new Set<ts.Node>();

  const collect = (node: ts.Node): void => {
    const said = sentenceOf(node);
    if (said !== undefined) {
      if (/\S \S/.test(said)) found.add(said);
    } else if (ts.isIdentifier(node)) follow(node.text);
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      follow(node.expression.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(collect);
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach(collect);
    else if (ts.isElementAccessExpression(node)) collect(node.expression);
    else if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) collect(node.expression);
    else if (ts.isObjectLiteralExpression(node)) node.properties.forEach(collectMember);
  };
  const collectMember = (member: ts.ObjectLiteralElementLike): void => {
    if (ts.isPropertyAssignment(member)) collect(member.initializer);
  };
  /** What a constant of this name holds, or a function of this name returns. */
  const follow = (name: string): void => {
    walk(source, (node) => {
      if (followed.has(node)) return;
      const isConstant = ts.isVariableDeclaration(node) && node.name.getText() === name;
      const isFunction = ts.isFunctionDeclaration(node) && node.name?.text === name;
      if (!isConstant && !isFunction) return;
      followed.add(node);
      if (isConstant && node.initializer) collect(node.initializer);
      if (isFunction)
        walk(node, (one) => ts.isReturnStatement(one) && one.expression && collect(one.expression));
    });
  };

  walk(source, (node) => {
    if (ts.isPropertyAssignment(node) && members.has(node.name.getText())) {
      collect(node.initializer);
    } else if (ts.isShorthandPropertyAssignment(node) && members.has(node.name.text)) {
      follow(node.name.text);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = node.expression.getText().split('.').at(-1) ?? '';
      if (callees.has(name)) node.arguments?.forEach(collectArgument);
    }
  });
  function collectArgument(argument: ts.Expression): void {
    // What else an object says is no sentence of its own: its members are looked at by themselves.
    if (!ts.isObjectLiteralExpression(argument)) collect(argument);
  }
  return [...found];
}

function sentenceOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text +
    node.templateSpans.map(({ literal }, index) => `v${index}${literal.text}`).join('')
  );
}

function walk(node: ts.Node, visit: (node: ts.Node) => unknown): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
