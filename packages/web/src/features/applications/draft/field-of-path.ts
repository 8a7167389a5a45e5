import { fieldOf } from '../../self-check/model/questions.ts';

/** The field a finding of the server belongs to: `facts.revenue.2025` is the cell of that year. */
export function fieldOfPath(path: string): string {
  const [part, id = '', year] = path.split('.');
  if (part === 'facts') return fieldOf(id, year);
  return path;
}
