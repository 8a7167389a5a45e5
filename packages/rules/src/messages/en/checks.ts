/** Words for what the checks find in a policy: what, where, why, and how to put it right. */
export const checks: Readonly<Record<string, string>> = {
  'check.fact-unused': 'No rule uses the figure “{fact}”, yet firms are asked for it.',
  'check.param-unused': 'No rule uses the parameter “{param}”.',
  'check.tier-without-award': 'Other tiers have an award, “{tier}” has none; if that is meant, leave it.',
  'check.award-without-money': 'The award “{award}” names no amount, so nobody is paid under it.',
  'check.derive-cycle':
    '“{fact}” is taken from the result of “{policy}”, which in turn needs a result of this policy, so neither can be worked out.',
  'check.derive-unknown-policy': '“{fact}” is taken from the result of “{policy}”, which was not found.',
  'check.label-stale':
    'The name “{rule}” says {says}, a figure the rule does not have. Firms read the name; the rule is what counts.',
  'check.param-gap':
    'The parameter “{param}” has no value from {from} to {to}; applications in that time cannot be worked out.',
  'check.param-ends':
    'The parameter “{param}” has no value from {from} on, though the policy is still in force; later applications cannot be worked out.',
  'check.version-gap': 'This version ends on {end} and the next begins on {next}; between them no rule applies.',
  'check.version-overlap':
    'This version ({a}) and version “{version}” ({b}) are in force on the same days, so two standards apply at once.',
  'check.nothing-follows': 'This version ends on {end} and no other follows.',
  'check.row-unreachable':
    'Row {row} of the bands of “{rule}” (bound {bound}) lies outside what the figure can be; no firm falls into it.',
  'check.closedness-mixed':
    'The bands of “{rule}” say “at least” in some rows and “more than” in others. A firm exactly on {bound} in row {row} counts the other way round.',
  'check.points-fall':
    'The better, the less for “{rule}”: row {row} gives {high}, while the lower row {next} gives {low}.',
  'check.points-zigzag':
    'The bands of “{rule}” go up and down: row {row} gives {high} and row {next} gives {low}, against the other rows.',
  'check.sliver-row':
    'Row {row} of “{rule}” holds only the sliver from {low} to {high}; it looks like the upper end of the band above, written as a lower bound.',
  'check.rows-overlap': '“{rule}” allows one row only, yet a firm can meet both row {row} and row {next}.',
  'check.row-never': 'The condition of row {row} of “{rule}” contradicts itself; no firm can meet it.',
  'check.row-covered': 'Row {row} of “{rule}” is never reached: row {by} takes every firm first.',
  'check.table-gap':
    '“{rule}” has a gap between {low} and {high}: neither row {row} nor row {next} takes it, so it falls to “otherwise”.',
  'check.point-gap':
    '“{rule}” leaves out exactly {high}: neither row {row} nor row {next} includes it, so it falls to “otherwise”.',
  'check.grain-gap':
    'Row {row} of “{rule}” ends at {low} and row {next} begins at {high}; a figure between them, with one more decimal, belongs to neither.',
  'check.edge-twice':
    'At exactly {high} both “{ruleA}” and “{ruleB}” apply, though they ask for different things; the text does not say which counts.',
  'check.edge-open':
    'At exactly {high} neither “{ruleA}” nor “{ruleB}” applies, for neither includes its end; the firm falls through.',
  'check.edge-missed': '“{ruleA}” ends at {low} and “{ruleB}” begins at {high}; firms between them fall through.',
  'check.edge-grain': '“{ruleA}” ends at {low} and “{ruleB}” begins at {high}; a firm between them falls through.',
  'check.full-unreachable':
    'The indicator “{indicator}” has full marks of {full}, but its rows give {most} at most; nobody can have full marks.',
  'check.marks-above-full':
    'The indicator “{indicator}” has full marks of {full}, but its rows give up to {most}; the rest is cut off.',
  'check.total-not-full': 'Full marks in “{route}” add up to {total} and should be {full}.',
  'check.pass-trivial': 'The pass mark {mark} of “{route}” does nothing: the weakest firm has {least}.',
  'check.pass-unreachable': 'The pass mark of “{route}” is {mark}, but the most a firm can have is {most}.',
  'check.floor-above-full':
    'The floor of the indicator “{indicator}” is {mark}, but the most a firm can have in it is {most}.',
  'check.floor-trivial': 'The floor {mark} of the indicator “{indicator}” does nothing: the weakest firm has {least}.',
  'check.gates-contradict':
    'Two conditions of “{tier}” contradict each other, so no firm can meet both: “{ruleA}” and “{ruleB}”.',
  'check.gate-never': 'No firm can meet the gate “{gate}” of “{tier}”.',
  'check.gate-always': 'Every firm meets the gate “{gate}” of “{tier}”; it selects nothing.',
  'check.gate-implied': 'The gate “{gate}” of “{tier}” is not needed: a firm that meets “{other}” always meets it.',
  'check.veto-never': 'The veto “{gate}” of “{tier}” can never happen.',
  'check.veto-kills-all': 'The veto “{veto}” of “{tier}” shuts everyone out: it hits every firm that could enter.',
  'check.route-dead': 'The route “{route}” into “{tier}” is closed: it contradicts a gate or itself.',
  'check.route-redundant': 'The route “{route}” into “{tier}” is not needed: every firm on it can also take “{other}”.',
  'check.tier-never': 'No firm can enter “{tier}”: every route is closed.',
  'check.tier-never-best':
    '“{tier}” is never the result: every firm in it also meets the higher “{other}”. Check the order or the standards.',
  'check.tier-gap':
    'There is a gap between “{tier}” and “{other}”: with “{rule}” at {value} a firm is in neither, a little to one side it is in “{tier}”, a little to the other in “{other}”.',
  'check.tier-limit-gap':
    '“{tier}” limits “{rule}” before “{other}” does: at {value} a firm has left “{tier}” and does not reach “{other}”, so it has nowhere to go.',
  'check.tier-overlap':
    'The text divides “{tier}” from “{other}” by “{rule}”, yet a firm at {value} is in both; it is counted in the higher one.',
  'check.time-cliff':
    '“{tier}” takes firms up to {value}: the same firm is in on {last} and out on {day}, with nothing else changed.',
  'check.time-gap':
    'The standards of “{tier}” before and after {value} do not meet: the same firm is in on {last} and out on {day} with nothing else changed, while older firms can still enter by other figures.',
  'check.award-drop':
    '“{award}” falls: once “{rule}” passes {value} the amount goes from {before} down to {after} ({percent}% less for doing better).',
  'check.award-jump':
    '“{award}” jumps: when “{rule}” just reaches {value} the amount goes from {before} to {after}, {percent}% more in one step.',
  'check.cap-below-minimum':
    '“{award}” pays {cap} at most and {at} at least, which cannot both be; firms do not get the least amount due.',
  'check.cap-zero': 'The cap of “{award}” is {cap}; nobody is paid.',
  'check.cap-never-binds': 'The cap {cap} of “{award}” is never used: the rule gives {most} at most.',
  'check.award-above-pool':
    'One firm alone can come to {amount} under “{award}”, more than the whole pool “{pool}” of {budget}.',
  'check.paid-before-twice':
    '“{award}” takes off what was paid before twice: once itself and once by the stacking rule “{stack}”. With CNY 1,000 paid before it goes from {before} to {after}.',
  'check.stack-of-one': 'The stacking rule “{stack}” holds only “{award}” and does nothing.',
  'check.stack-without-limit': 'The stacking rule “{stack}” adds up its awards without a limit, so it changes nothing.',
  'check.stack-never-pays': 'The limit of the stacking rule “{stack}” is {cap}, so none of its awards is paid.',
  'check.pool-minimum-above-budget':
    'The least grant {least} of the pool “{pool}” is more than its budget {budget}; nobody can be paid.',
  'check.pool-minimum-never-reached':
    '“{award}” comes to {most} at most and never reaches the least grant {least} of the pool “{pool}”.',
  'check.pool-subs-above-budget': 'The parts of the pool “{pool}” add up to {total}, more than its budget {budget}.',
  'check.pool-without-awards': 'The pool “{pool}” lists no awards, so its budget cannot be used.',
  'check.award-without-pool': '“{award}” is in no pool, so it is not said what it is paid from.',
  'check.award-in-two-pools': '“{award}” is in the pool “{pool}” and in “{other}”; it could be paid twice.',
  'check.fairness-local':
    '“{of}” (places: {count}) asks for registration or tax in the zone. Article 10 of the Fair Competition Review Regulations forbids selective or differential awards or subsidies for particular operators without a basis in law or approval by the State Council.',
  'check.fairness-named':
    '“{of}” (places: {count}) is aimed at named operators. Article 10 of the Fair Competition Review Regulations forbids selective or differential awards or subsidies for particular operators without a basis in law or approval by the State Council.',
  'check.fairness-cultivation':
    '“{of}” (places: {count}) asks for a place in a cultivation pool. Where the way in is not public and clear this is easily held to be a differential subsidy (Fair Competition Review Regulations, article 10).',
  'check.fairness-contribution':
    '“{of}” (places: {count}) depends on local contribution. Awards by a firm’s tax or fiscal contribution to the place are among the differential subsidies of article 10 of the Fair Competition Review Regulations.',
  'check.fairness-ended': 'The fair-competition exception for “{of}” ended on {day}.',
  'check.untranslatable-open':
    'The clause “{clause}” cannot be written as a rule. It touches {count} parts and nobody has accepted it; until then the version cannot be published.',
  'check.figure-assumed': 'Rests on an assumption (places: {count}): {source}.',

  'check.fix.remove-fact': 'Remove the figure “{fact}”.',
  'check.fix.remove-param': 'Remove the parameter “{param}”.',
  'check.fix.add-award': 'Add an award for “{tier}” if there is to be one; otherwise leave it.',
  'check.fix.add-pay': 'Write the amount (pay) or the matching rate (match).',
  'check.fix.break-derive': 'Ask the firm directly instead of taking it from “{policy}”.',
  'check.fix.label-as-rule': 'Write {now} instead of {says} in the name.',
  'check.fix.label-by-hand': 'Compare the name with the rule and write the figure the rule has now.',
  'check.fix.name-policy': 'Check the id “{policy}”, or create that policy first.',
  'check.fix.carry-value':
    'Let the value before it go on for this time; where the figure changes, add a value instead.',
  'check.fix.end-before': 'End this version on {day}.',
  'check.fix.end-other': 'End version “{version}” on {day}, or begin this one later.',
  'check.fix.plan-next': 'Plan the next version, or tell firms before it ends.',
  'check.fix.remove-row': 'Remove row {row}.',
  'check.fix.use-from': 'Change row {row} to “at least {bound}”; leave it if the text does say “more than”.',
  'check.fix.use-above': 'Change row {row} to “more than {bound}”; leave it if the text does say “at least”.',
  'check.fix.swap-points': 'Swap what rows {row} and {next} give.',
  'check.fix.first-counts':
    'Let the first row that is met count, or change the conditions so that they do not overlap.',
  'check.fix.meet-next': 'Let row {row} go up to {high}.',
  'check.fix.close-gap': 'Let row {row} end where row {next} begins.',
  'check.fix.say-which':
    'Change one of them to “more than” or “less than”, so that exactly {high} falls under one only.',
  'check.fix.join-edge':
    'Write the end of one and the beginning of the other as the same figure, included on one side only.',
  'check.fix.full-as-rows': 'Set full marks to {most}, or add a row that gives full marks.',
  'check.fix.raise-full': 'Raise full marks, or lower the highest row to {full}.',
  'check.fix.sum-to-full':
    'Change full marks so that they add up to {full}; where the total is meant, write it as the cap.',
  'check.fix.lower-mark': 'Lower it to {most} or less, or raise what can be scored.',
  'check.fix.raise-mark': 'Raise it, or leave it out.',
  'check.fix.correct-gate': 'Check the figure and the direction of “{gate}” (at least, at most).',
  'check.fix.remove-veto': 'Remove this veto, or correct its condition.',
  'check.fix.keep-one-gate': 'Correct one of them so that both can hold.',
  'check.fix.remove-gate': 'Remove the gate “{gate}”, or tighten its figure.',
  'check.fix.open-route': 'Relax the gates, or rewrite the routes.',
  'check.fix.remove-route': 'Remove the route “{route}”, or rewrite its condition.',
  'check.fix.correct-veto': 'Check “{veto}”: a veto says what rules a firm out. Is it the wrong way round?',
  'check.fix.order-tiers': 'Swap “{tier}” and “{other}”, or raise the standard of “{other}”.',
  'check.fix.close-tiers': 'Let “{tier}” end where “{other}” begins, or say where such firms belong.',
  'check.fix.divide-tiers': 'Give “{tier}” the same limit; where both are meant, say that the higher one counts.',
  'check.fix.keep-title':
    'Consider keeping the title for as long as it is valid, or say that the day of filing counts.',
  'check.fix.smooth-age': 'Let the two standards meet, or keep titles until they run out.',
  'check.fix.mend-drop': 'Change the bands so that doing better never pays less.',
  'check.fix.smooth-award': 'Slices (marginal) or straight lines (linear) keep a small difference small.',
  'check.fix.raise-cap': 'Raise the cap, or lower the least amount.',
  'check.fix.lower-cap': 'Remove the cap, or lower it below {most}.',
  'check.fix.cap-at-pool': 'Cap the award at {budget}, better at less.',
  'check.fix.remove-stack': 'Remove the rule, or add the other awards.',
  'check.fix.set-limit': 'Write the limit (within).',
  'check.fix.highest-only': 'Change the rule to “highest only”, so that what was paid is taken off once.',
  'check.fix.lower-minimum': 'Lower the least grant.',
  'check.fix.raise-budget': 'Raise the budget to {total}, or cut the parts.',
  'check.fix.name-awards': 'Name the awards it pays.',
  'check.fix.name-pool': 'List it in a pool.',
  'check.fix.one-pool': 'Keep it in one of them.',
  'check.fix.record-fairness':
    'If it has to stay, record under fair competition, as article 12 of the Regulations asks, the aim it serves, that nothing milder would do, and the day it ends; otherwise remove it.',
  'check.fix.renew-fairness': 'Remove the condition, or review it again and record a new end.',
  'check.fix.accept-clause': 'Write it as a rule, or have it accepted by someone who may, so that a person decides.',
  'check.fix.find-source': 'Find the published text and mark it official, or keep it assumed with the reason.',
};
