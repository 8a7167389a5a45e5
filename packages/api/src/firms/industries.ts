import table from './industries.json' with { type: 'json' };

/** Classes of GB/T 4754-2017 (国民经济行业分类): all 20 sections, 97 divisions and 473 groups, as the standard was published in 2017. */
export const INDUSTRIES = table;

const byCode: ReadonlyMap<string, string> = new Map(table.classes.map(({ code, label }) => [code, label]));

/** The name of a class; undefined where the table has no such code. */
export const industryLabel = (code: string): string | undefined => byCode.get(code);
