/** A firm as a line of JSON gives it. */
export interface FirmInLine {
  /** Its id or name; absent where the line has neither. */
  readonly id?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const LONGEST_ID = 200;

/** A line holds the facts themselves, or an object with them under `facts` and an `id` or `name`. */
export function firmInLine(text: string): FirmInLine | 'no-json' | 'no-object' {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'no-json';
  }
  if (!isObject(json)) return 'no-object';
  const { facts = json, id, name } = json;
  if (!isObject(facts)) return 'no-object';
  const named = id ?? name;
  return { facts, ...(named === undefined ? {} : { id: String(named).slice(0, LONGEST_ID) }) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
