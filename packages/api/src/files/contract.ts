import * as z from 'zod';
import { strict } from '../http/contract.ts';

const id = z.string().min(1).max(64);
export const firmPath = z.object({ firmId: id.meta({ description: '企业编号 · firm' }) });
export const filePath = firmPath.extend({ fileId: id.meta({ description: '文件编号 · file' }) });

export const fileState = z
  .enum(['quarantined', 'clean', 'rejected'])
  .meta({ description: '待查毒、可用、已拦截 · waiting for the scanner, clean, rejected' });

export const evidenceFile = z
  .object({
    id: z.string(),
    name: z.string(),
    sizeBytes: z.number().int(),
    mediaType: z.string(),
    digest: z.string(),
    algorithm: z.string().meta({ examples: ['sha256'] }),
    state: fileState,
    scannedBy: z
      .string()
      .optional()
      .meta({ description: '查毒程序；none 表示未设置，没有查过 · `none`: no scanner is set up, not scanned' }),
    uploadedAt: z.string(),
    side: z
      .enum(['firm', 'office', 'public'])
      .meta({ description: '企业上传，或经办单位上传 · sent by the firm or by the office' }),
    uploadedBy: z.string().meta({
      description:
        '上传人姓名；经办单位上传的，对企业不列名 · name of who sent it; empty for firms where an official did',
    }),
    isHeld: z.boolean().meta({ description: '正被指标或申报引用，不能删除 · needed by a figure or a submission' }),
    deletedAt: z.string().optional(),
  })
  .meta({ id: 'EvidenceFile' });

export const filePage = z
  .object({
    files: z.array(evidenceFile),
    next: z.string().optional(),
    limitBytes: z.number().int().meta({ description: '一份文件的上限 · largest file that is taken' }),
  })
  .meta({ id: 'EvidenceFilePage' });

export const filesQuery = strict({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(64).optional().meta({ description: '上一页的 next · cursor' }),
});

/** A name as people give it: no path, no control characters, not longer than file systems take. */
export const uploadQuery = strict({
  name: z
    .string()
    .min(1)
    .max(200)
    .transform((name) =>
      name
        .normalize('NFC')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        .replace(/[\0-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g, '')
        .replace(/^.*[/\\]/, '')
        .trim(),
    )
    .meta({ description: '文件名（URL 编码）· file name', examples: ['2025年度审计报告.pdf'] }),
});

export const contentQuery = strict({
  as: z
    .enum(['download', 'preview'])
    .default('download')
    .meta({ description: '下载或在页面里预览 · attachment or inline' }),
});

export type EvidenceFile = z.infer<typeof evidenceFile>;
export type FilePage = z.infer<typeof filePage>;
