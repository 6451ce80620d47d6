import { reportTrees } from '#contracts';
import type { ReportQuery, ReportTree } from '#contracts';

interface TreeNode {
  readonly code: string;
  readonly parent?: string | undefined;
}
export type Trees = Readonly<Record<ReportTree, readonly TreeNode[]>>;

/** Whether a query names codes by what they lie beneath. */
export const namesTrees = (query: ReportQuery): boolean =>
  query.branches === 'true' || reportTrees.some((tree) => query[`${tree}Tree`] !== undefined);

/**
 * The query with codes in the place of its trees: those that are counted, and those that are counted as one. A code
 * that the organisation does not have is by itself; parents in a circle end where they began.
 */
export function expandTrees<Q extends ReportQuery>(query: Q, trees: Trees): Q {
  const codes = reportTrees.flatMap((tree) => {
    const top = query[`${tree}Tree`];
    if (top === undefined) return [];
    const beneath = subtreeOf(childrenIn(trees[tree]), top);
    const listed = query[tree]?.split(',');
    const counted = listed ? beneath.filter((code) => listed.includes(code)) : beneath;
    return [[tree, counted.join(',')] as const];
  });
  const rollup = query.branches === 'true' ? branchesOf(query, trees) : undefined;
  return { ...query, ...Object.fromEntries(codes), ...(rollup !== undefined && { rollup }) };
}

/** Each child of a tree's node, or of where it parts, with all beneath it: as `rollup` says it, but for those by themselves. */
function branchesOf(query: ReportQuery, trees: Trees): string | undefined {
  const tree = reportTrees.find((one) => one === query.by);
  if (!tree) return undefined;
  const children = childrenIn(trees[tree]);
  const branches = childrenBelow(children, query[`${tree}Tree`]).map((code) =>
    subtreeOf(children, code),
  );
  const wide = branches.filter(({ length }) => length > 1).map((codes) => codes.join(','));
  return wide.length > 0 ? wide.join(';') : undefined;
}

type Children = (code: string | undefined) => readonly string[];

/** One node alone at the top, a head office, parts nothing: what is beneath it does. */
function childrenBelow(children: Children, at: string | undefined): readonly string[] {
  let below = children(at);
  while (at === undefined && below.length === 1) {
    const next = children(below[0]);
    if (next.length === 0) return below;
    below = next;
  }
  return below;
}

function subtreeOf(children: Children, top: string): string[] {
  const found = new Set([top]);
  // A set is walked to its end also while it grows.
  for (const code of found) for (const child of children(code)) found.add(child);
  return [...found];
}

/** Of undefined those at the top, where one whose parent is unknown stands as well. */
function childrenIn(nodes: readonly TreeNode[]): Children {
  const known = new Set(nodes.map(({ code }) => code));
  const children = new Map<string | undefined, string[]>();
  const put = (parent: string | undefined, code: string) => {
    const beside = children.get(parent);
    if (beside) beside.push(code);
    else children.set(parent, [code]);
  };
  for (const { code, parent } of nodes) {
    if (parent === undefined || !known.has(parent)) put(undefined, code);
    if (parent !== undefined) put(parent, code);
  }
  return (code) => children.get(code) ?? [];
}
