import { parseDay } from '../date/day.ts';
import { num, type Rational } from '../number/rational.ts';
import type { Id, PolicyDoc } from '../policy/document.ts';

/** A parameter has no value on the day: nothing is carried forward. */
export class ParamNotInForce extends Error {
  readonly code = 'param-not-in-force';
  readonly param: Id;
  constructor(param: Id) {
    super(`parameter ${param} has no value in force on the day`);
    this.param = param;
  }
}

/** The value of a parameter on a day; throws `ParamNotInForce` where none is in force. */
export function paramValue(doc: PolicyDoc, id: Id, day: number): Rational {
  const values = doc.params.find((p) => p.id === id)?.values ?? [];
  const hit = values.find(
    (x) =>
      (parseDay(x.from) ?? Number.POSITIVE_INFINITY) <= day && (x.to === undefined || day <= (parseDay(x.to) ?? 0)),
  );
  if (!hit) throw new ParamNotInForce(id);
  return num(hit.value);
}
