import { addMonths, formatDay } from '../../date/day.ts';
import type { FactDef, FactInput, Id, ListItem, SeriesInput } from '../../policy/document.ts';
import { unitOfFact } from '../../policy/units.ts';
import type { Chance } from './chance.ts';
import type { FactHints } from './fact-hints.ts';

/** What hangs together in a firm: its size in yuan of turnover, its age in months, its industry as a number from 0 to 1. */
export interface Outline {
  readonly turnover: number;
  readonly months: number;
  readonly industry: number;
}

export interface Making {
  readonly defs: ReadonlyMap<Id, FactDef>;
  readonly hints: ReadonlyMap<Id, FactHints>;
  readonly day: number;
  readonly year: number;
  /** How many fiscal years the policies look at. */
  readonly years: number;
}

/** Makes up the facts of one firm, in the order of the documents; a share is drawn after its whole. */
export class FirmMaker {
  readonly #m: Making;
  readonly #chance: Chance;
  readonly #outline: Outline;
  readonly #sizes = new Map<Id, number>();

  constructor(m: Making, chance: Chance, outline: Outline) {
    this.#m = m;
    this.#chance = chance;
    this.#outline = outline;
  }

  input(def: FactDef): FactInput {
    const hints = this.#m.hints.get(def.id);
    switch (def.type) {
      case 'bool':
        return this.#flag(hints);
      case 'enum':
        return this.#word(def, hints);
      case 'date':
        return formatDay(addMonths(this.#m.day, -Math.round(this.#chance.between(0.4, 1) * this.#outline.months)));
      case 'list':
        return this.#chance.is(60) ? [] : [this.#item(def)];
      case 'series':
        return this.#series(def, hints);
      default:
        return this.#text(def, this.#size(def));
    }
  }

  judgement(id: Id): boolean {
    return this.#flag(this.#m.hints.get(id));
  }

  #flag(hints: FactHints | undefined): boolean {
    if (hints?.bad.has('true') || hints?.good.has('false')) return this.#chance.is(3);
    return this.#chance.is(hints?.good.has('true') || hints?.bad.has('false') ? 95 : 40);
  }

  #word(def: FactDef, hints: FactHints | undefined): string {
    const words = def.domain?.values?.map((v) => v.id) ?? [];
    if (/industry/i.test(def.id)) return words[Math.floor(this.#outline.industry * words.length)] ?? '';
    const good = [...(hints?.good ?? [])];
    const fine = words.filter((w) => !hints?.bad.has(w));
    if (good.length > 0 && this.#chance.is(80)) return this.#chance.pick(good) ?? '';
    return this.#chance.pick(this.#chance.is(95) && fine.length > 0 ? fine : words) ?? '';
  }

  #item(def: FactDef): ListItem {
    return Object.fromEntries((def.fields ?? []).map((field) => [field.id, this.input(field) as string | boolean]));
  }

  /** The value of a figure, its last year where it is a series. */
  #size(def: FactDef): number {
    const had = this.#sizes.get(def.id);
    if (had !== undefined) return had;
    this.#sizes.set(def.id, 0);
    const made = this.#drawn(def, this.#m.hints.get(def.id));
    this.#sizes.set(def.id, made);
    return made;
  }

  #drawn(def: FactDef, hints: FactHints | undefined): number {
    const chance = this.#chance;
    if (hints?.isPaidBefore) return chance.is(75) ? 0 : Math.round(chance.between(1, 100)) * 10_000;
    const [share] = hints?.shares ?? [];
    const whole = this.#m.defs.get(share?.[0] ?? def.partOf ?? '');
    if (whole) return this.#size(whole) * this.#near(share?.[1] ?? [0.3], 2);
    const { turnover } = this.#outline;
    const isMoney = unitOfFact(def) === 'CNY' || unitOfFact(def) === 'USD';
    if (hints && hints.thresholds.length > 0 && chance.is(isMoney ? 50 : 100)) return this.#near(hints.thresholds, 3);
    const example = Number(def.ask?.example);
    if (!isMoney && example > 0) return this.#near([example], 3);
    if (isMoney) return turnover * chance.between(0.2, 1.2);
    if (unitOfFact(def) === 'people') return turnover / chance.between(300_000, 900_000);
    return unitOfFact(def) === 'ratio' ? chance.next() : Math.floor(chance.between(0, 10));
  }

  /** Exactly one of the figures, or something around one of them. */
  #near(figures: readonly number[], spread: number): number {
    const figure = this.#chance.pick(figures) ?? 0;
    if (this.#chance.is(15)) return figure;
    const around = figure === 0 ? 1 : figure;
    return around * spread ** this.#chance.between(-1.4, 1);
  }

  #series(def: FactDef, hints: FactHints | undefined): SeriesInput {
    let value = this.#size(def);
    const born = this.#m.year + 1 - Math.ceil(this.#outline.months / 12);
    const growth = hints && hints.growth.length > 0 ? this.#near(hints.growth, 3) : this.#chance.between(-0.1, 0.3);
    const made: Record<string, string> = {};
    for (let back = 0; back < this.#m.years; back++) {
      const year = this.#m.year - back;
      made[year] = year < born ? 'notApplicable' : this.#text(def, value);
      value /= 1 + Math.max(-0.5, growth * this.#chance.between(0.8, 1.2));
    }
    return made;
  }

  #text(def: FactDef, value: number): string {
    const unit = unitOfFact(def);
    const { min, max } = def.domain ?? {};
    const inside = Math.min(Math.max(value, Number(min ?? 0)), Number(max ?? 1e11));
    return unit === 'ratio' || unit === 'none' ? inside.toFixed(4) : String(Math.round(inside));
  }
}
