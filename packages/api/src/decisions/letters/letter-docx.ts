import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { LetterContent } from './letter-content.ts';

// GB/T 9704-2012: A4, margins 37/35/28/26 mm, body 仿宋 size 3 (16 pt) on lines of 28 pt, title 小标宋 size 2 (22 pt).
const MARGIN = {
  top: convertMillimetersToTwip(37),
  bottom: convertMillimetersToTwip(35),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
};
const LINE = { line: 28 * 20, lineRule: LineRuleType.EXACT } as const;
const FOUR_CHARACTERS = 4 * 16 * 20;
const PAGE = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const BODY = { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' }, size: 32 };
const TITLE = { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' }, size: 44 };

/** A letter as a Word file (公文格式), to be opened and printed by the office or the firm. */
export async function letterDocx(letter: LetterContent): Promise<Uint8Array> {
  const { title, number, addressee, paragraphs, issuer, day } = letter;
  const document = new Document({
    title: `${title} ${number}`,
    creator: issuer,
    styles: { default: { document: { run: { ...BODY, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: pageFooter() },
        children: [
          line(
            title,
            { alignment: AlignmentType.CENTER, spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT } },
            TITLE,
          ),
          line(number, { alignment: AlignmentType.CENTER }),
          line(''),
          line(`${addressee}：`),
          ...paragraphs.map((text) => line(text, { indent: { firstLineChars: 200 } })),
          line(''),
          line(issuer, { alignment: AlignmentType.RIGHT, indent: { right: FOUR_CHARACTERS } }),
          line(day, { alignment: AlignmentType.RIGHT, indent: { right: FOUR_CHARACTERS } }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const line = (text: string, options: IParagraphOptions = {}, run: typeof BODY = BODY): Paragraph =>
  new Paragraph({ spacing: LINE, ...options, children: [new TextRun({ text, ...run })] });

const pageFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: 28 })],
      }),
    ],
  });
