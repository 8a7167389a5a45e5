import { type Award, add, type Decision, divide, num, type PolicyDoc, parseNum, type Rational } from '@tidu/rules';

/** A part of a plan before it is written down. */
export interface PlannedPart {
  readonly label: Both;
  readonly condition?: Both;
  readonly amountFen: number;
}

interface Both {
  readonly 'zh-CN': string;
  readonly en: string;
}

interface Share {
  readonly award: Award;
  readonly weight: Rational;
}

const WHOLE: Both = { 'zh-CN': '一次性拨付', en: 'Paid in one sum' };

/**
 * Splits an approved amount into the instalments of the awards it came from (拨付计划): over the awards by what the rules give
 * for each, over the instalments of an award by their shares. INVARIANT (plan-sums-exactly): the parts are above 0 and add up
 * to the amount, to the 分.
 */
export function splitPlan(
  amountFen: number,
  doc: Pick<PolicyDoc, 'awards'> | undefined,
  decision: Pick<Decision, 'awards'> | undefined,
  claimed: readonly string[],
): readonly PlannedPart[] {
  const shares = sharesOf(doc, decision, claimed);
  if (shares.length === 0) return [{ label: WHOLE, amountFen }].filter((part) => part.amountFen > 0);
  const total = shares.reduce<Rational>((sum, { weight }) => add(sum, weight), { n: 0n, d: 1n });
  const amounts = portions(
    amountFen,
    shares.map(({ weight }) => divide(weight, total)),
  );
  return shares.flatMap(({ award }, i) => partsOf(award, amounts[i] ?? 0)).filter((part) => part.amountFen > 0);
}

function sharesOf(
  doc: Pick<PolicyDoc, 'awards'> | undefined,
  decision: Pick<Decision, 'awards'> | undefined,
  claimed: readonly string[],
): readonly Share[] {
  return (decision?.awards ?? []).flatMap(({ award: id, outcome, amount }) => {
    const award = doc?.awards.find((each) => each.id === id);
    const weight = parseNum(amount.lo);
    const counts = claimed.includes(id) && outcome !== 'no' && weight && weight.d !== 0n && weight.n > 0n;
    return award && counts ? [{ award, weight }] : [];
  });
}

function partsOf({ id, label, tranches }: Award, amountFen: number): readonly PlannedPart[] {
  const name = bothOf(label) ?? { 'zh-CN': id, en: id };
  if (!tranches || tranches.length === 0) return [{ label: name, amountFen }];
  const amounts = portions(
    amountFen,
    tranches.map(({ pct }) => num(pct)),
  );
  return tranches.map((part, i) => ({
    label: name,
    condition: bothOf(part.label) ?? {
      'zh-CN': `第 ${i + 1} 期条件满足后拨付`,
      en: `Paid once condition ${i + 1} is met`,
    },
    amountFen: amounts[i] ?? 0,
  }));
}

/** Every part but the last is rounded down to 分, and the last takes the rest: as the rules split an award. */
function portions(amountFen: number, ratios: readonly Rational[]): readonly number[] {
  const firsts = ratios.slice(0, -1).map(({ n, d }) => Number((BigInt(amountFen) * n) / d));
  return [...firsts, amountFen - firsts.reduce((sum, each) => sum + each, 0)];
}

const bothOf = (text: Readonly<Record<string, string>> | undefined): Both | undefined =>
  text && { 'zh-CN': text['zh-CN'] ?? '', en: text.en ?? text['zh-CN'] ?? '' };
