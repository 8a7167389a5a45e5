import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOffice } from '../../../testing/open-office.ts';
import { readApplication } from '../../applications/queries.ts';
import { LETTER_KINDS } from '../letter-kinds.ts';
import { amountInWords } from './amount-in-words.ts';
import { letterDocx } from './letter-docx.ts';
import { letterPdf } from './letter-pdf.ts';
import { fillIn, unknownPlaceholders } from './placeholders.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';

describe('amountInWords', () => {
  it.each([
    [240_000_000, '贰佰肆拾万元整'],
    [240_000_050, '贰佰肆拾万元伍角整'],
    [240_000_005, '贰佰肆拾万元零伍分'],
    [1_000_500, '壹万零伍元整'],
    [1055, '壹拾元伍角伍分'],
    [10_000_000_000, '壹亿元整'],
  ])('%i', (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });
});

describe('fillIn', () => {
  it('leaves a paragraph out whole where something in it is missing', () => {
    expect(fillIn(['金额：{amount}元', '理由：{reason}'], { reason: '合格' })).toEqual(['理由：合格']);
  });

  it('makes numbered paragraphs of a list', () => {
    expect(fillIn(['{unmet}'], { unmet: ['甲', '乙'] })).toEqual(['1. 甲', '2. 乙']);
  });

  it('leaves out the line that leads in a list with nothing in it', () => {
    const paragraphs = ['未满足的条件如下：', '{unmet}', '改判：', '{overrides}', '依据如下：'];
    expect(fillIn(paragraphs, { unmet: ['甲'], overrides: [] })).toEqual(['未满足的条件如下：', '1. 甲', '依据如下：']);
  });

  it('text-is-not-a-template: what people wrote is never filled in again', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        fc.pre(said !== '');
        const [paragraph] = fillIn(['理由：{reason}'], { reason: `${said}{amount}`, amount: '1' });
        expect(paragraph).toBe(`理由：${said}{amount}`);
      }),
    );
  });

  it.each(LETTER_KINDS)('%s asks for nothing that no letter knows', (kind) => {
    expect(SHIPPED_TEMPLATES[kind].paragraphs.flatMap(unknownPlaceholders)).toEqual([]);
  });
});

describe('layout', () => {
  it('text-is-not-markup: no text breaks the letter', async () => {
    const hostile = ['#panic("no")', '*粗* _斜_ `code` $x^2$', '@ref <label> \\ #{', '</w:t><w:p>&amp;', '𠮷𠀀'];
    const letter = {
      title: '决定书',
      number: '〔2026〕1号',
      addressee: hostile.join(''),
      paragraphs: hostile,
      issuer: '管委会',
      day: '2026年4月1日',
    };
    expect(new TextDecoder('latin1').decode(letterPdf(letter).slice(0, 5))).toBe('%PDF-');
    expect(new TextDecoder('latin1').decode((await letterDocx(letter)).slice(0, 2))).toBe('PK');
  });
});

describe('templates', () => {
  const template = {
    title: '不予支持决定书',
    numberPrefix: '测试否',
    issuer: '管委会',
    paragraphs: ['{firm}：{reason}'],
  };
  const PATH = '/api/v1/letter-templates/refusal';

  it('are written by one person, put into use by another, and used from then on', async () => {
    const { ask, newStaff, newFirm, newCase, audited } = await openOffice();
    const [editor, approver] = [await newStaff('policy-editor'), await newStaff('policy-approver')];
    expect(await ask(editor, 'POST', PATH, template)).toMatchObject({ status: 201, body: { version: 1 } });
    expect((await ask(editor, 'POST', `${PATH}/1/publish`)).status).toBe(403);
    expect((await ask(approver, 'POST', `${PATH}/1/publish`)).status).toBe(200);
    expect((await ask(approver, 'POST', `${PATH}/1/publish`)).status).toBe(409);
    expect((await ask(approver, 'POST', `${PATH}/9/publish`)).status).toBe(404);
    expect(await audited('refusal/1')).toEqual(['letter-template.saved', 'letter-template.published']);
    const [maker, firm] = [await newStaff('decision-maker'), await newFirm()];
    const id = await newCase(firm, { state: 'in-decision' });
    const refuse = { outcome: 'refuse', version: 3, reason: '材料不实', clause: '共同条件' };
    await ask(maker, 'POST', `/api/v1/applications/${id}/decisions`, refuse);
    const { body } = await ask(firm.userId, 'GET', `/api/v1/applications/${id}/letters`);
    expect(body.letters).toMatchObject([{ number: '测试否〔2026〕1号' }]);
    const list = (await ask(editor, 'GET', '/api/v1/letter-templates')).body;
    expect(list.templates.filter(({ kind }: { kind: string }) => kind === 'refusal')).toMatchObject([
      {
        version: 1,
        isCurrent: true,
        letters: 1,
        saved: { by: expect.any(String) },
        published: { by: expect.any(String) },
      },
      { version: 0, isCurrent: false, letters: 0, isShipped: true, saved: null },
    ]);
    expect([list.mayEdit, list.mayUseCase]).toEqual([true, false]);
  });

  it('are seen before they are saved: of a made-up case by policy staff, of a real one by who may read it', async () => {
    const { ask, newStaff, newFirm, newCase, audited, database } = await openOffice();
    const [editor, maker, firm] = [await newStaff('policy-editor'), await newStaff('decision-maker'), await newFirm()];
    const document = { ...template, paragraphs: ['{firm}：{reason}', '{unmet}', '金额{amont}元'] };
    const preview = (user: string, body: object) => ask(user, 'POST', `${PATH}/preview`, { document, ...body });
    expect((await preview(editor, {})).body).toMatchObject({
      letter: {
        number: '测试否〔2026〕×号',
        paragraphs: [
          expect.stringContaining('宁波示例'),
          expect.stringMatching(/^1\. /),
          expect.stringMatching(/^2\. /),
        ],
      },
      unknown: [{ paragraph: 2, name: 'amont' }],
    });
    const id = await newCase(firm, { state: 'in-decision' });
    const row = await readApplication(database.read, id);
    const caseNumber = row?.number;
    expect((await preview(editor, { caseNumber })).status).toBe(403);
    expect((await preview(maker, { caseNumber: 'TD-2026-999999' })).status).toBe(404);
    expect((await preview(maker, { caseNumber })).body.letter.addressee).toBe(firm.name);
    expect(await audited(id)).toContain('letter-template.previewed');
    expect((await preview(await newStaff('intake-clerk'), {})).status).toBe(403);
  });

  it.each([
    ['{firm}', []],
    ['{nobody}', ['nobody']],
    ['{企业名称}与{ firm }', ['企业名称', ' firm ']],
    ['{firm', ['{firm']],
    ['firm}', ['}']],
  ])('%s holds what no letter fills: %j', (text, names) => {
    expect(unknownPlaceholders(text)).toEqual(names);
  });

  it.each([
    ['an unknown placeholder', { ...template, paragraphs: ['{nobody}'] }, 422],
    ['no paragraph', { ...template, paragraphs: [] }, 422],
  ])('refuses %s', async (_what, body, status) => {
    const { ask, newStaff } = await openOffice();
    expect((await ask(await newStaff('policy-editor'), 'POST', PATH, body)).status).toBe(status);
  });

  it('are for policy staff', async () => {
    const { ask, newStaff } = await openOffice();
    expect((await ask(await newStaff('intake-clerk'), 'POST', PATH, template)).status).toBe(403);
    expect((await ask(await newStaff('auditor'), 'GET', '/api/v1/letter-templates')).status).toBe(200);
    expect((await ask(undefined, 'GET', '/api/v1/letter-templates')).status).toBe(401);
  });
});
