/** Verdict words, the same everywhere. */
export const verdicts: Record<string, string> = {
  'verdict.yes': 'met',
  'verdict.no': 'not met',
  'verdict.undetermined': 'still open',
  'verdict.judgement': 'a person decides',
  'verdict.notApplicable': 'does not apply',
  'verdict.nearMiss': 'nearly there',
  'basis.official': 'official text',
  'basis.derived': 'derived',
  'basis.assumed': 'assumed',
};
