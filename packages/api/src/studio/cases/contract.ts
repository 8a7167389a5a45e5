import * as z from 'zod';
import { isoDate, strict } from '../../http/contract.ts';
import { by, draftPath, id, text } from '../contract.ts';

/** Days a case is judged on. */
export const caseDates = strict({
  decision: isoDate,
  filing: isoDate.optional(),
  fiscalYearEnd: isoDate.optional(),
}).meta({ id: 'CaseDates' });

/** A worked case as the rules run it (`PolicyCase`): the facts of a firm and what must come out. */
export const policyCase = strict({
  name: text(200),
  note: z.record(z.string(), z.string()).optional(),
  source: text(400).optional(),
  confidence: text(60).optional(),
  facts: z.record(z.string(), z.unknown()),
  dates: caseDates,
  expect: z.record(z.string(), z.unknown()).meta({
    description: 'best、outcomes、route、routes、points、amount、tranches、due、capped、stackedOut、needs',
  }),
}).meta({ id: 'WorkedCase' });

const result = z.object({ ok: z.boolean(), problems: z.array(z.string()) });

export const storedCase = z
  .object({
    id: z.string(),
    case: policyCase,
    /** Made by the engine and not yet confirmed by a person; counts only once confirmed. */
    isGenerated: z.boolean(),
    confirmedBy: by.nullable(),
    by,
    result: result.nullable().meta({ description: '按当前文本运行的结果；文本读不出时为空' }),
  })
  .meta({ id: 'StoredCase' });

const hits = z.object({ yes: z.int(), no: z.int(), undetermined: z.int() });
export const coverageItem = z
  .object({
    path: z.string(),
    kind: z.enum(['tier', 'gate', 'veto', 'route', 'floor', 'award', 'cap', 'branch', 'row']),
    hits,
  })
  .meta({ id: 'CoverageItem' });

export const caseList = z
  .object({
    version: z.int(),
    hash: z.string(),
    cases: z.array(storedCase),
    passed: z.int(),
    failed: z.int(),
    coverage: z.object({ items: z.array(coverageItem), both: z.int(), all: z.int() }),
    missing: z
      .array(
        z.object({
          tier: z.string(),
          label: z.record(z.string(), z.string()).optional(),
          lacks: z.enum(['yes', 'no']),
        }),
      )
      .meta({ description: '每一层级至少要有一个“是”和一个“否”的算例；这里是还缺的' }),
  })
  .meta({ id: 'StudioCaseList' });

export const addCases = strict({
  cases: z.array(policyCase).min(1).max(2000),
  isGenerated: z.boolean().optional(),
}).meta({ id: 'AddCases' });
export const addedCases = z.object({ ids: z.array(z.string()) }).meta({ id: 'AddedCases' });
export const casePath = draftPath.extend({ caseId: id });

export const generateCases = strict({
  dates: caseDates.optional(),
  under: z.string().max(400).optional().meta({ description: '只生成这个位置之下的界限' }),
}).meta({ id: 'GenerateCases' });
/** Proposals, not stored: add the ones wanted. */
export const generatedCases = z
  .object({
    cases: z.array(z.object({ case: policyCase, edge: z.string(), place: z.enum(['below', 'at', 'above']) })),
  })
  .meta({ id: 'GeneratedCases' });

/** What a spreadsheet came to: each row a case; the column 预期层级 / expected tier says what must come out. */
export const importedCases = z
  .object({
    ids: z.array(z.string()),
    skipped: z.array(z.object({ row: z.int(), problems: z.array(z.string()) })),
    unknownHeaders: z.array(z.string()),
  })
  .meta({ id: 'ImportedCases' });
export const importQuery = z.object({
  decision: isoDate.optional(),
  fiscalYearEnd: isoDate.optional(),
});

export type WorkedCase = z.infer<typeof policyCase>;
export type StoredCase = z.infer<typeof storedCase>;
export type StudioCaseList = z.infer<typeof caseList>;
export type GeneratedCases = z.infer<typeof generatedCases>;
export type ImportedCases = z.infer<typeof importedCases>;
export type CoverageItem = z.infer<typeof coverageItem>;
