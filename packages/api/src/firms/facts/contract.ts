import * as z from 'zod';
import { evidenceFile } from '../../files/contract.ts';
import { strict } from '../../http/contract.ts';

const KEY = /^[a-z][A-Za-z0-9.-]{0,79}(@\d{4})?$/;
export const factKeySchema = z
  .string()
  .regex(KEY)
  .meta({ description: '指标，分年度的加 @年份 · fact, with @year where it is by year', examples: ['revenue@2025'] });

export const factSource = z
  .enum(['declared', 'proven', 'register'])
  .meta({ description: '来源：企业填报、已核实、登记数据 · declared, proven, from a register' });

export const firmFact = z
  .object({
    id: z.string().meta({ description: '这一次记录的编号；修改时写入 basedOn · id of this recording' }),
    key: factKeySchema,
    fact: z.string(),
    year: z.string().optional(),
    state: z.enum(['known', 'unknown', 'notApplicable']),
    value: z.unknown().optional().meta({ description: '已知时的值，写法同判定请求 · as in an evaluation' }),
    source: factSource,
    evidence: z.array(z.string()).meta({ description: '证明材料的编号' }),
    note: z.string().optional(),
    recordedAt: z.string(),
    recordedBy: z
      .string()
      .meta({ description: '填写人姓名；经办单位核实的，对企业只列部门 · for firms the department of an official' }),
  })
  .meta({ id: 'FirmFact' });

export const factDoubt = z
  .object({
    key: factKeySchema,
    kind: z.enum(['partAboveWhole', 'future', 'jump', 'huge', 'beforeFounding', 'provenDiffers']),
    message: z.string(),
    fix: z.string(),
  })
  .meta({ id: 'FactDoubt', description: '可能有误，请核对；不妨碍填写 · worth a look, never a refusal' });

export const firmFacts = z
  .object({
    facts: z.array(firmFact),
    years: z.array(z.string()),
    files: z.array(evidenceFile).meta({ description: '被引用的证明材料' }),
    doubts: z.array(factDoubt),
  })
  .meta({ id: 'FirmFacts' });

const about = strict({
  evidence: z.array(z.string().max(64)).max(20).optional(),
  note: z.string().trim().max(500).optional(),
  basedOn: z
    .string()
    .max(64)
    .nullable()
    .optional()
    .meta({ description: '您看到的那次记录；null 表示当时没有。已有变化时为 409 · what you saw; 409 if it changed' }),
});

const given = {
  facts: z
    .record(z.string().max(100), z.unknown())
    .default({})
    .meta({
      description: '写法同判定请求；分年度的指标只改写所给年度 · only the years given are replaced',
      examples: [{ revenue: { '2025': '132250000' }, registeredOn: '2015-05-01' }],
    }),
  about: z
    .record(factKeySchema, about)
    .default({})
    .meta({ description: '逐项的证明材料、说明和依据的版本 · evidence, note and what it is based on' }),
};

export const factsChange = strict({
  ...given,
  clear: z.array(factKeySchema).max(500).default([]).meta({ description: '清空这些指标，历史保留' }),
}).meta({ id: 'FactsChange' });

export const factsVerification = strict({
  source: z.enum(['proven', 'register']),
  ...given,
  confirm: z.array(factKeySchema).max(500).default([]).meta({ description: '按现值核实 · proven as they stand' }),
}).meta({ id: 'FactsVerification' });

export const factsChanged = z
  .object({
    changed: z.array(factKeySchema),
    skipped: z
      .array(z.string())
      .meta({ description: '由人工判断或由其他政策得出，不在此填写 · not for the firm to fill in' }),
    current: firmFacts,
  })
  .meta({ id: 'FactsChanged' });

export const factHistory = z
  .object({
    entries: z.array(firmFact.extend({ supersededAt: z.string().optional(), supersededBy: z.string().optional() })),
    files: z.array(evidenceFile),
  })
  .meta({ id: 'FactHistory' });

export type FirmFact = z.infer<typeof firmFact>;
export type FactDoubt = z.infer<typeof factDoubt>;
export type FirmFacts = z.infer<typeof firmFacts>;
export type FactsChange = z.input<typeof factsChange>;
export type FactsVerification = z.infer<typeof factsVerification>;
export type FactsChanged = z.infer<typeof factsChanged>;
export type FactHistory = z.infer<typeof factHistory>;
