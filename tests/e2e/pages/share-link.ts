import { deflateRawSync } from 'node:zlib';
import type { Answer, Firm } from '../firms.ts';

type Linked = Pick<Firm, 'answers'> & Partial<Pick<Firm, 'filing' | 'fiscalYear'>> & { readonly park?: string };

/**
 * The link of format 1, made here on its own: links once sent must open for ever, so a change of the format in the web
 * fails these tests.
 */
export function linkOf(firm: Linked, path = '/self-check/result'): string {
  const facts = Object.fromEntries(Object.entries(firm.answers).map(([fact, answer]) => [fact, stateOf(answer)]));
  const body = { format: 1, facts, filing: firm.filing, fiscalYear: firm.fiscalYear, park: firm.park };
  return `${path}#f=${deflateRawSync(JSON.stringify(body)).toString('base64url')}`;
}

const stateOf = (answer: Answer): unknown =>
  typeof answer === 'object' && answer !== null && 'state' in answer ? answer : { known: answer };
