import { type FormEvent, useState } from 'react';
import { identityMessages } from '../../messages/identity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import type { FieldProblem } from '../../shared/ui/error-summary.tsx';

export interface Submitting {
  readonly onSubmit: (event: FormEvent) => void;
  readonly busy: boolean;
  readonly problems: readonly FieldProblem[];
  /** What is wrong with one field. */
  readonly errorOf: (field: string) => string | undefined;
  readonly refuse: (problem: FieldProblem) => void;
}

/**
 * Sends a form and puts what the server refuses beside its fields. `fields` leads from the names of the request to the ids of
 * the form; what belongs to no field stands at the first.
 */
export function useSubmit(send: () => Promise<unknown>, fields: Readonly<Record<string, string>>): Submitting {
  const m = useMessages(identityMessages);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      await send();
    } catch (error) {
      setProblems(problemsOf(error, fields, m.failed));
    } finally {
      setBusy(false);
    }
  };
  return {
    onSubmit: (event) => {
      event.preventDefault();
      if (!busy) void run();
    },
    busy,
    problems,
    errorOf: (field) => problems.find((problem) => problem.field === field)?.message,
    refuse: (problem) => setProblems([problem]),
  };
}

function problemsOf(error: unknown, fields: Readonly<Record<string, string>>, otherwise: string): FieldProblem[] {
  const first = Object.values(fields)[0] ?? '';
  if (!(error instanceof RequestFailed)) return [{ field: first, message: otherwise }];
  if (error.details.length === 0) return [{ field: first, message: error.message }];
  return error.details.map(({ path, message, fix }) => ({
    field: fields[path] ?? first,
    message: fix === undefined ? message : `${message}。${fix}`,
  }));
}
