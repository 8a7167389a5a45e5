import type { ExplainNode } from '@tidu/rules';

/** Clauses that the reason tree rests on, for choosing one; each once, in the order of the text. */
export function clausesIn(tree: ExplainNode): readonly string[] {
  const found = new Set<string>();
  const visit = ({ cite, kids }: ExplainNode): void => {
    for (const { doc, clause } of cite) if (clause !== undefined) found.add(`${doc} ${clause}`);
    for (const kid of kids) visit(kid);
  };
  visit(tree);
  return [...found];
}
