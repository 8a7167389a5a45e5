import { completeFirms, type Dates, type Population, type Programs, type TextOnTrial } from '@tidu/rules';
import { codegen } from '@tidu/rules/codegen';
import { programOf, rememberedProgram } from './kept-programs.ts';

export type { TextOnTrial } from '@tidu/rules';

/** The programs of this thread, kept from trial to trial. */
export const keptPrograms: Programs = { programOf, remembered: rememberedProgram, target: codegen };

/** Facts that follow from other policies are filled in, those a text reads otherwise are left out. */
export const completed = (firms: Population, texts: readonly TextOnTrial[], dates: Dates): Population =>
  completeFirms(firms, texts, { dates, programs: keptPrograms });
