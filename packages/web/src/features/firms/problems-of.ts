import { RequestFailed } from '../../shared/api/request-failed.ts';
import type { FieldProblem } from '../../shared/ui/error-summary.tsx';

/** What the server refused, by the place in the request, each with its fix. */
export function problemsOf(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof RequestFailed)) return new Map();
  return new Map(
    error.details.map(({ path, message, fix }) => [path, fix && fix !== message ? `${message}。${fix}` : message]),
  );
}

/** The same as a list whose entries lead to the fields. */
export const summaryOf = (problems: ReadonlyMap<string, string>, fieldOf: (path: string) => string): FieldProblem[] =>
  [...problems].map(([path, message]) => ({ field: fieldOf(path), message }));
