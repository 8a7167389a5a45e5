import table from './industries.json' with { type: 'json' };

/** Classes of GB/T 4754-2017 (国民经济行业分类): sections, divisions, and the groups this version holds. */
export const INDUSTRIES = table;

const byCode: ReadonlyMap<string, string> = new Map(table.classes.map(({ code, label }) => [code, label]));

/** The name of a class; undefined where the table has no such code. */
export const industryLabel = (code: string): string | undefined => byCode.get(code);
