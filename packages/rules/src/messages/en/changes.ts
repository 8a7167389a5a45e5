/** Words for what differs between two versions of a policy. */
export const changes: Readonly<Record<string, string>> = {
  'change.within': '{outer} › {inner}',
  'change.figure': '{place}: {before} becomes {after}',
  'change.figure.rule': '{place}: {before} becomes {after} (“{was}” becomes “{is}”)',
  'change.added': '{place}: added',
  'change.added.rule': '{place}: added “{is}”',
  'change.removed': '{place}: removed',
  'change.removed.rule': '{place}: removed “{was}”',
  'change.structure': '{place}: rewritten',
  'change.structure.rule': '{place}: “{was}” becomes “{is}”',
  'change.moved': '{place}: the order is another',
  'change.wording': '{place}: words only, the rule is the same',
  'change.source': '{place}: sources only, the rule is the same',
  'change.fairness.recorded':
    '{place}: exception from fair-competition review recorded until {until}, because “{reason}”',
  'change.fairness.removed': '{place}: exception from fair-competition review no longer recorded',
  'change.fairness.reason':
    '{place}: the reason of the exception from fair-competition review, “{was}”, becomes “{is}”',
  'change.fairness.until': '{place}: the exception from fair-competition review ends on {is} instead of {was}',
  'change.acceptance': '{place}: accepted as text by {by} on {on}',
  'change.acceptance.gone': '{place}: no longer accepted as text',
  'change.policy': 'The policy',
};
