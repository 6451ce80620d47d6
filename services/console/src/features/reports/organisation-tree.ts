/** A unit, category or product. */
export interface TreeNode {
  code: string;
  name: { zh: string; en: string };
  parent?: string;
  active: boolean;
}

const childrenOf = (nodes: readonly TreeNode[], code: string | undefined) => {
  const known = new Set(nodes.map((node) => node.code));
  return nodes.filter(({ parent }) =>
    // One whose parent is unknown stands at the top.
    code === undefined ? parent === undefined || !known.has(parent) : parent === code,
  );
};

/** A node and everything below it; a code that nobody knows is by itself. */
export function subtreeOf(nodes: readonly TreeNode[], code: string): string[] {
  const found = new Set([code]);
  // A set is walked to its end also while it grows.
  for (const one of found) for (const child of childrenOf(nodes, one)) found.add(child.code);
  return [...found];
}

/** From the top down to a node. */
export function pathTo(nodes: readonly TreeNode[], code: string): string[] {
  const parents = new Map(nodes.map((node) => [node.code, node.parent]));
  const path: string[] = [];
  let at: string | undefined = code;
  while (at !== undefined && !path.includes(at)) {
    path.unshift(at);
    at = parents.get(at);
  }
  return path;
}

/** A line of a report over a tree: what lies below a node, or (`own`) what belongs to one code itself. */
export interface Branch {
  code: string;
  own: boolean;
}

/** One node alone at the top parts nothing: what is below it does, as the server counts it. */
function childrenBelow(nodes: readonly TreeNode[], at: string | undefined): readonly TreeNode[] {
  let below = childrenOf(nodes, at);
  while (at === undefined && below.length === 1) {
    const next = childrenOf(nodes, below[0]?.code);
    if (next.length === 0) return below;
    below = next;
  }
  return below;
}

/**
 * The lines below a node, from the groups that have figures, counted by `branches`: the children of the node, then
 * the node itself, and at the top each code that the tree does not know ('' for none).
 */
export function branchesOf(
  nodes: readonly TreeNode[],
  at: string | undefined,
  counted: readonly string[],
): Branch[] {
  const children = childrenBelow(nodes, at).map(({ code }) => code);
  const below = children.filter((code) => counted.includes(code));
  const own = counted.filter((code) => !children.includes(code));
  return [
    ...below.map((code) => ({ code, own: false })),
    ...own.map((code) => ({ code, own: true })),
  ];
}
