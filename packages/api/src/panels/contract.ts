import * as z from 'zod';
import { strict } from '../http/contract.ts';
import { CONFLICT_KINDS } from './conflict-kinds.ts';

const id = z.string().min(1).max(60);
const text = (most: number) => z.string().trim().min(1).max(most);
const both = z.object({ 'zh-CN': z.string(), en: z.string() });
const words = strict({ 'zh-CN': text(400), en: text(800) });
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const points = z.string().regex(/^\d{1,4}(\.\d{1,2})?$/);
const version = z.int().min(0).meta({ description: '页面所见的版本；已有变化则 409' });

export const panelPath = z.object({ panelId: id });
export const expertPath = panelPath.extend({ userId: id });
export const panelCasePath = panelPath.extend({ applicationId: id });
export const panelFilePath = panelCasePath.extend({ fileId: id });
export const casePath = z.object({ applicationId: id });
export const sheetPath = z.object({ sheetId: slug });
export const sheetVersionPath = sheetPath.extend({
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});

export const criterion = strict({
  id: slug,
  label: words,
  weight: z.int().min(1).max(100).meta({ description: '权重，各项合计 100' }),
  maxPoints: z.int().min(1).max(1000),
  fullMarks: words.meta({ description: '什么情况得满分' }),
  mayNotApply: z.boolean(),
}).meta({ id: 'SheetCriterion' });

export const sheetDocument = strict({
  label: words,
  basis: z.enum(['official', 'derived', 'assumed']),
  criteria: z.array(criterion).min(1).max(30),
}).meta({ id: 'ScoringSheet', description: '评分表' });

export const sheet = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(['draft', 'published']),
  isShipped: z.boolean(),
  document: sheetDocument,
});
const step = z.object({ at: z.string(), by: z.string() });
export const sheetList = z.object({
  sheets: z.array(
    sheet.extend({
      saved: step.nullable(),
      published: step.nullable(),
      schemes: z.array(both).meta({ description: '这些申报事项新组建的评审组用这一版' }),
      panels: z
        .array(z.object({ id: z.string(), label: z.string(), status: z.enum(['scoring', 'unsealed', 'closed']) }))
        .meta({ description: '用这一版的评审组，最新的在前' }),
      mayPublish: z.boolean(),
    }),
  ),
  mayEdit: z.boolean(),
});
export const savedSheet = z.object({ id: z.string(), version: z.int() });

export const createPanel = strict({
  label: text(100),
  applicationIds: z.array(id).min(1).max(100),
  sheet: strict({ id: slug, version: z.int().min(0) }).optional(),
  isBlind: z.boolean().optional(),
  expertsNeeded: z.int().min(1).max(15).optional(),
  outlierAt: points.optional().meta({ description: '偏离均值多少个标准差算离群，默认 1.3，并且至少差 5 分' }),
}).meta({ id: 'CreatePanel' });
export const createdPanel = z.object({ id: z.string() });

export const assignExpert = strict({
  userId: id,
  isChair: z.boolean().default(false),
  employer: text(200).optional(),
  employerCode: z.string().trim().max(18).optional(),
}).meta({ id: 'AssignExpert' });

export const declareConflict = z
  .discriminatedUnion('hasConflict', [
    strict({ hasConflict: z.literal(false) }),
    strict({ hasConflict: z.literal(true), kind: z.enum(CONFLICT_KINDS), note: text(500).optional() }),
  ])
  .meta({ id: 'DeclareConflict' });

export const firmsToDeclare = z
  .object({ firms: z.array(z.object({ firmId: z.string(), name: z.string() })) })
  .meta({ id: 'FirmsToDeclare', description: '申报回避用的企业名单，不说明哪一件是哪家的' });

export const declareFirms = strict({
  answers: z
    .array(
      strict({
        firmId: id,
        kind: z.enum(CONFLICT_KINDS).optional().meta({ description: '没有利益冲突时不填' }),
        note: text(500).optional(),
      }),
    )
    .min(1)
    .max(100),
}).meta({ id: 'DeclareFirms' });

export const saveScore = strict({
  marks: z.record(slug, points.nullable()).meta({ description: '评分项 → 得分；null 表示不适用' }),
  comment: z.string().trim().max(2000),
  isFinal: z.boolean().meta({ description: '提交后不可更改' }),
}).meta({ id: 'SaveScore' });

export const startRound = strict({ version, applicationIds: z.array(id).min(1).max(100), reason: text(1000) }).meta({
  id: 'StartRound',
});
export const closePanel = strict({ version, minutes: text(10_000) }).meta({ id: 'ClosePanel' });

const declaration = z.enum(['missing', 'none', 'conflict']);

const panelExpert = z.object({
  userId: z.string(),
  name: z.string(),
  isChair: z.boolean(),
  employer: z.string().nullable(),
  conflicts: z.int(),
  handedIn: z.int(),
  toScore: z.int(),
});

const panelCase = z.object({
  applicationId: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  firmName: z.string().nullable().meta({ description: '盲评时专家看不到' }),
  isActive: z.boolean(),
  round: z.int(),
  handedIn: z.int(),
  needed: z.int(),
  score: z.string().nullable(),
  mine: z.object({ declaration, conflict: z.string().nullable(), isHandedIn: z.boolean() }).nullable(),
});

export const panel = z
  .object({
    id: z.string(),
    label: z.string(),
    schemeId: z.string(),
    scheme: both,
    status: z.enum(['scoring', 'unsealed', 'closed']),
    version: z.int(),
    isBlind: z.boolean(),
    expertsNeeded: z.int(),
    outlierAt: z.string(),
    round: z.int(),
    rounds: z.array(
      z.object({
        round: z.int(),
        reason: z.string().nullable(),
        startedAt: z.string(),
        unsealedAt: z.string().nullable(),
      }),
    ),
    createdAt: z.string(),
    minutes: z.string().nullable(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable(),
    sheet,
    experts: z.array(panelExpert),
    cases: z.array(panelCase),
    isExpert: z.boolean(),
    mayManage: z.boolean(),
    mayClose: z.boolean(),
    mayRescore: z.boolean(),
  })
  .meta({ id: 'Panel', description: '专家评审组' });

export const panelSummary = z
  .object({
    id: z.string(),
    label: z.string(),
    scheme: both,
    status: z.enum(['scoring', 'unsealed', 'closed']),
    isBlind: z.boolean(),
    cases: z.int(),
    experts: z.int(),
    handedIn: z.int(),
    toHandIn: z.int(),
    createdAt: z.string(),
  })
  .meta({ id: 'PanelSummary' });
export const panelList = z.object({
  panels: z.array(panelSummary),
  waiting: z
    .array(
      z.object({
        schemeId: z.string(),
        scheme: both,
        applicationId: z.string(),
        firmName: z.string(),
        projectName: z.string(),
      }),
    )
    .meta({ description: '还没有评审组的申报；专家看不到' }),
});
export const expertList = z.object({
  experts: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      employer: z.string().nullable(),
      employerCode: z.string().nullable(),
    }),
  ),
});

const paperRow = z.object({ name: z.string(), value: z.string(), note: z.string() });
export const caseMaterial = z
  .object({
    applicationId: z.string(),
    title: z.string(),
    isBlind: z.boolean(),
    lead: z.array(paperRow),
    sections: z.array(z.object({ title: z.string(), text: z.string(), rows: z.array(paperRow) })),
    files: z.array(z.object({ id: z.string(), material: z.string(), name: z.string(), mediaType: z.string() })),
    round: z.int(),
    isOpen: z.boolean().meta({ description: '本轮可以评分' }),
    mine: z.object({
      marks: z.record(z.string(), points.nullable()),
      comment: z.string(),
      total: points.nullable(),
      isHandedIn: z.boolean(),
    }),
  })
  .meta({ id: 'CaseMaterial', description: '给专家看的材料与本人的评分' });

const scored = z.object({
  expert: z.string(),
  total: points,
  marks: z.record(z.string(), points.nullable()),
  comment: z.string(),
  isOutlier: z.boolean(),
});
export const panelResults = z
  .object({
    cases: z.array(
      z.object({
        applicationId: z.string(),
        title: z.string(),
        round: z.int(),
        mean: points,
        lowest: points,
        highest: points,
        range: points,
        deviation: points,
        scores: z.array(scored),
        criteria: z.array(z.object({ id: z.string(), mean: points.nullable(), notApplicable: z.int() })),
      }),
    ),
  })
  .meta({ id: 'PanelResults', description: '启封后的评分结果' });

export const casePanels = z.object({
  hasPanel: z.boolean(),
  state: z.string(),
  panelScore: z.string().nullable(),
  panels: z.array(panelSummary),
});

export type SheetDocument = z.infer<typeof sheetDocument>;
export type Sheet = z.infer<typeof sheet>;
export type SheetList = z.infer<typeof sheetList>;
export type CreatePanel = z.infer<typeof createPanel>;
export type AssignExpert = z.infer<typeof assignExpert>;
export type DeclareConflict = z.infer<typeof declareConflict>;
export type FirmsToDeclare = z.infer<typeof firmsToDeclare>;
export type DeclareFirms = z.infer<typeof declareFirms>;
export type SaveScore = z.infer<typeof saveScore>;
export type Panel = z.infer<typeof panel>;
export type PanelSummary = z.infer<typeof panelSummary>;
export type PanelList = z.infer<typeof panelList>;
export type ExpertList = z.infer<typeof expertList>;
export type CaseMaterial = z.infer<typeof caseMaterial>;
export type PanelResults = z.infer<typeof panelResults>;
export type CasePanels = z.infer<typeof casePanels>;
