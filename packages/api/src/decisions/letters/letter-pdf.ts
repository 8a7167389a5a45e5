import { renderPdf } from '../../documents/render-pdf.ts';
import type { LetterContent } from './letter-content.ts';

// The layout of the Word file, in a font that may be passed on.
const SOURCE = `
#let it = json(bytes(sys.inputs.json))
#set document(title: it.title + " " + it.number, author: it.issuer)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: "Noto Sans SC", size: 15pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 13pt, spacing: 13pt, justify: true)
#align(center)[#text(size: 22pt, weight: 700)[#heading(level: 1, outlined: false, text(size: 22pt, weight: 700, it.title))]]
#align(center)[#it.number]
#v(15pt)
#par(it.addressee + "：")
#for each in it.paragraphs { par(first-line-indent: (amount: 2em, all: true), each) }
#v(28pt)
#block(breakable: false, width: 100%)[
  #align(right, pad(right: 2em)[#it.issuer \\ #it.day])
]
`;

/** A letter as a PDF, to be read anywhere. */
export const letterPdf = (letter: LetterContent): Uint8Array => renderPdf(SOURCE, letter);
