import * as z from 'zod';
import { isoDate, strict } from '../http/contract.ts';
import { FIRM_ROLES } from '../identity/roles.ts';

const line = (most: number) => z.string().trim().min(1).max(most);

export const firmPath = z.object({
  firmId: z.string().min(1).max(64).meta({ description: '企业编号 · firm' }),
});

export const contact = strict({
  name: line(50),
  duty: line(50)
    .optional()
    .meta({ description: '职务 · duty', examples: ['财务经理'] }),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s-]{7,20}$/)
    .meta({ examples: ['13800000000'] }),
  email: z.email().max(200).optional(),
}).meta({ id: 'FirmContact' });

const profile = {
  name: line(100).meta({ examples: ['宁波某某新材料有限公司'] }),
  registeredOn: isoDate.meta({ description: '成立日期 · day of registration' }),
  industryCode: line(4).meta({ description: 'GB/T 4754-2017 代码', examples: ['C', '39', '398'] }),
  industryNote: line(200).optional().meta({ description: '行业的补充说明 · refinement in words' }),
  parkId: line(50).optional().meta({ description: '园区 · park' }),
  registeredAddress: line(200),
  legalRepresentative: line(50).meta({ description: '法定代表人' }),
  contacts: z.array(contact).min(1).max(10),
};

export const firmRegistration = strict({
  creditCode: line(40).meta({ description: '统一社会信用代码', examples: ['91350100M000100Y43'] }),
  isCodeConfirmed: z.boolean().optional().meta({
    description: '代码未通过校验但已与营业执照核对 · compared with the licence, though it fails its own check',
  }),
  ...profile,
}).meta({ id: 'FirmRegistration' });

export const firmChange = strict({
  version: z.number().int().meta({ description: '读到的版本号；已有变化时为 409 · the version that was read' }),
  name: profile.name.optional(),
  registeredOn: profile.registeredOn.optional(),
  industryCode: profile.industryCode.optional(),
  industryNote: line(200).nullable().optional(),
  parkId: line(50).nullable().optional(),
  registeredAddress: profile.registeredAddress.optional(),
  legalRepresentative: profile.legalRepresentative.optional(),
  contacts: profile.contacts.optional(),
}).meta({ id: 'FirmChange', description: '只写要改的；补充说明和园区可写 null 清空 · only what changes' });

export const firm = z
  .object({
    id: z.string(),
    creditCode: z.string(),
    isCodeConfirmed: z.boolean(),
    name: z.string(),
    registeredOn: isoDate,
    industryCode: z.string(),
    industryLabel: z.string(),
    industryNote: z.string().optional(),
    parkId: z.string().optional(),
    registeredAddress: z.string(),
    legalRepresentative: z.string(),
    contacts: z.array(
      z.object({ name: z.string(), duty: z.string().optional(), phone: z.string(), email: z.string().optional() }),
    ),
    isMasked: z.boolean().meta({ description: '联系人已按角色隐去一部分 · contacts are masked for your role' }),
    may: z
      .array(z.enum(['change', 'manage-members', 'manage-account']))
      .meta({ description: '您在这家企业可以做的事 · what you may do here' }),
    version: z.number().int(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Firm' });

export const firmContacts = z.object({ contacts: firm.shape.contacts }).meta({ id: 'FirmContacts' });

export const firmSummary = z
  .object({ id: z.string(), name: z.string(), creditCode: z.string(), role: z.enum(FIRM_ROLES).optional() })
  .meta({ id: 'FirmSummary' });

export const myFirms = z.object({ firms: z.array(firmSummary) }).meta({ id: 'MyFirms' });

export const firmPage = z.object({ firms: z.array(firmSummary), next: z.string().optional() }).meta({ id: 'FirmPage' });

export const firmsQuery = strict({
  q: z.string().trim().max(100).optional().meta({ description: '名称或信用代码的一部分 · part of a name or code' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(64).optional().meta({ description: '上一页的 next · cursor' }),
});

export const industries = z
  .object({
    source: z.string(),
    covers: z.string(),
    classes: z.array(z.object({ code: z.string(), label: z.string(), within: z.string().optional() })),
  })
  .meta({ id: 'Industries', description: '国民经济行业分类 · GB/T 4754-2017' });

export const park = z
  .object({
    id: z.string(),
    label: z.string(),
    labelEn: z.string(),
    position: z.number().int(),
    isRetired: z.boolean(),
  })
  .meta({ id: 'Park' });
export const parkList = z.object({ parks: z.array(park) }).meta({ id: 'ParkList' });
export const parkPath = z.object({ parkId: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/) });
export const parkChange = strict({
  label: line(50),
  labelEn: line(100),
  position: z.number().int().min(0).max(10_000),
  isRetired: z.boolean().default(false),
}).meta({ id: 'ParkChange' });

export type Contact = z.infer<typeof contact>;
export type FirmRegistration = z.infer<typeof firmRegistration>;
export type FirmChange = z.infer<typeof firmChange>;
export type Firm = z.infer<typeof firm>;
export type FirmSummary = z.infer<typeof firmSummary>;
export type MyFirms = z.infer<typeof myFirms>;
export type FirmPage = z.infer<typeof firmPage>;
export type Industries = z.infer<typeof industries>;
export type ParkList = z.infer<typeof parkList>;
export type ParkChange = z.infer<typeof parkChange>;
