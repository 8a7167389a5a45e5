/**
 * The public API of `@tidu/rules`: pure functions over policy documents and firms. No I/O, no clock, no randomness.
 * `parsePolicy` stands apart in `@tidu/rules/parse`, because it alone needs zod and browsers rarely need it.
 */

export { deriveFacts } from './advise/derive-facts.ts';
export type { Move } from './advise/moves.ts';
export { type Decided, type NextQuestion, nextQuestions, nextQuestionsAfter } from './advise/next-questions.ts';
export { type Path, pathsTo } from './advise/paths.ts';
export * from './calendar/working-calendar.ts';
export * from './calendar/working-days.ts';
export { type BoundaryCase, type BoundaryOptions, boundaryCases } from './cases/boundary-cases.ts';
export { type Coverage, type Covered, type CoverKind, coverCases } from './cases/cover-cases.ts';
export { type Edge, edgesOf } from './cases/edges.ts';
export type { CaseResult, CasesRun, Expectation, Expected, Hits, PolicyCase } from './cases/policy-case.ts';
export { runCases, uncovered } from './cases/run-cases.ts';
export { applyFix } from './check/apply-fix.ts';
export { checkPolicy } from './check/check-policy.ts';
export type { CheckOptions } from './check/context.ts';
export type { Finding, FindingCode, Fix, PatchOp, Shown, Target, Witness } from './check/finding.ts';
export { type ToldFinding, tellFinding } from './check/tell-finding.ts';
export { observeTarget } from './check/witness.ts';
export { changeSentence } from './compare/change-sentence.ts';
export {
  type ChangedPart,
  comparePolicies,
  type PolicyChange,
} from './compare/compare-policies.ts';
export { type ChangeWitness, type WitnessedChange, type WitnessOptions, witnessChanges } from './compare/witnesses.ts';
export { addMonths, dayOf, formatDay, parseDay, toParts, weekday } from './date/day.ts';
export { type Doubt, type DoubtKind, findDoubts } from './doubts/find-doubts.ts';
export { bestOfFirm } from './evaluate/columns/best-of-firm.ts';
export type { ColumnBackend } from './evaluate/columns/column-backend.ts';
export { type ColumnRange, type ColumnResults, NO_TIER } from './evaluate/columns/column-results.ts';
export { type ColumnStore, columnStore, type FirmList } from './evaluate/columns/column-store.ts';
export { type ColumnOptions, type ColumnProgram, compileColumns } from './evaluate/columns/compile-columns.ts';
export { type CompileOptions, compile, type Program, type Slots } from './evaluate/compile.ts';
export type * from './evaluate/decision.ts';
export { evaluateReference } from './evaluate/evaluate-reference.ts';
export type { Outcome } from './evaluate/outcome.ts';
export { ParamNotInForce } from './evaluate/param.ts';
export { describeNode } from './explain/describe.ts';
export { type ExplainOptions, explain } from './explain/explain.ts';
export type * from './explain/explanation.ts';
export { formatDate, formatQuantity, formatRange } from './explain/format.ts';
export { sentenceOf } from './explain/sentence.ts';
export type { CodeProblem } from './identity/code-text.ts';
export { type CreditCodeCheck, type CreditCodeOptions, checkCreditCode } from './identity/credit-code.ts';
export { checkOrganisationCode, type OrganisationCodeCheck } from './identity/organisation-code.ts';
export { completeFirms, type Judging } from './impact/following/complete-firms.ts';
export { policiesFollowing } from './impact/following/policies-following.ts';
export { readOtherwise } from './impact/following/read-otherwise.ts';
export { type FollowedSweep, sweepFollowing } from './impact/following/sweep-following.ts';
export type { Programs, TextOnTrial } from './impact/following/text-on-trial.ts';
export { startWholeImpact, type WholeSides, type WholeTrial } from './impact/following/whole-impact.ts';
export type * from './impact/impact-report.ts';
export {
  type BothResults,
  type ImpactOptions,
  type ImpactTrial,
  impact,
  type Population,
  type Side,
  startImpact,
} from './impact/start-impact.ts';
export { valueAtPath, withFigure } from './impact/sweep/figure-at.ts';
export type { SweepPoint } from './impact/sweep/outcome-measures.ts';
export { type Sweep, type SweepOptions, sweep } from './impact/sweep/sweep.ts';
export { type SyntheticOptions, syntheticPopulation } from './impact/synthetic/synthetic-population.ts';
export { hasMessage, type Locale, messages, renderMessage } from './messages/index.ts';
export {
  add,
  compare,
  divide,
  formatNum,
  multiply,
  num,
  parseNum,
  type Rational,
  subtract,
  toDouble,
} from './number/rational.ts';
export { roundTo } from './number/round.ts';
export { checkPoints, type PointsProblem, stepOfPoints } from './overrule/check-points.ts';
export { markOverruled, type OverruledAt } from './overrule/mark-overruled.ts';
export {
  type Indicator,
  type Overrulable,
  type Overruling,
  overrulableAt,
  overruledDoc,
  overruledFact,
  overruledPaths,
  overrulePolicy,
} from './overrule/overrule-policy.ts';
export { findContradictions } from './policy/contradictions.ts';
export { asOf, baseYear } from './policy/dates-of.ts';
export type * from './policy/diagnostic.ts';
export type * from './policy/document.ts';
export type * from './policy/facts.ts';
export { findVersionConflicts, type NotInForce, type PickedVersion, pickVersion } from './policy/pick-version.ts';
export { type ReadFacts, readFacts } from './policy/read-facts.ts';
export { unitOf, unitOfFact } from './policy/units.ts';
export { childrenOf, factsUsed, rootsOf, walkDoc, walkNode } from './policy/walk.ts';
export { allocate } from './pools/allocate.ts';
export type { Allocation, Claim, Cutoff, Grant, PoolOutcome } from './pools/claim.ts';
export { type Standing, type WhatIf, type WhatIfOptions, whatIf } from './pools/what-if.ts';
export { canonicalJson } from './receipt/canonical-json.ts';
export { ENGINE_VERSION } from './receipt/engine-version.ts';
export { type Hash, hashOf, makeReceipt, type Receipt, type ReceiptInput } from './receipt/receipt.ts';
export { isReceiptNumber, receiptNumber } from './receipt/receipt-number.ts';
export { type Evaluate, type Replay, replay } from './receipt/replay.ts';
export { type PanelSpread, panelSpread } from './scoring/panel-spread.ts';
export { type SheetCriterion, type SheetMarks, sheetTotal } from './scoring/sheet-total.ts';
export type { Cell, WrittenUnit } from './sheet/cell-number.ts';
export { type MatchedColumn, type MatchedHeaders, matchHeaders } from './sheet/match-headers.ts';
export { cellAsShown, rowToFacts, type SheetFirm } from './sheet/row-to-facts.ts';
export { decodeSheetText, readZipClaim, type ZipClaim } from './sheet/sheet-bytes.ts';
export { columnsOf, type SheetColumn } from './sheet/sheet-columns.ts';
export { type GuideRow, guideHeaders, guideOf } from './sheet/sheet-guide.ts';
export { classifySize, type SizeInput, type SizeResult } from './size/classify-size.ts';
export { SIZE_CLASSES, SIZE_LIMITS, SIZE_SOURCE, type SizeClass, type SizeIndustry } from './size/size-limits.ts';
