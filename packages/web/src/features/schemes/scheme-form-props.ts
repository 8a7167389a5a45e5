import type { SchemeDocument } from '@tidu/api/schemes/contract';
import type { FieldProblem } from '../../shared/ui/error-summary.tsx';

export interface SchemeFormProps {
  readonly scheme: SchemeDocument;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (scheme: SchemeDocument) => void;
}

/** What a part of the form changes. */
export interface PartFieldsProps {
  readonly scheme: SchemeDocument;
  readonly set: (change: Partial<SchemeDocument>) => void;
  readonly errorOf: (field: string) => string | undefined;
}
