import { INDUSTRIES } from './industries.ts';

const around = new Map(INDUSTRIES.classes.map((each) => [each.code, 'within' in each ? each.within : undefined]));

/** The section (门类, a letter) of a class of industry, however deep it was given; empty where the table has none. */
export function industrySection(code: string): string {
  const known = [code, code.slice(0, 3), code.slice(0, 2)].find((each) => around.has(each));
  for (let at = known; at !== undefined; at = around.get(at)) if (/^[A-Z]$/.test(at)) return at;
  return '';
}
