import type { Locale } from '../messages/say.ts';
import { renderPdf } from './render-pdf.ts';

export interface PaperRow {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** What the paper says, in the order in which it says it; every text is ready to print. */
export interface PaperContent {
  readonly title: string;
  readonly lead: readonly PaperRow[];
  readonly sections: readonly { readonly title: string; readonly rows: readonly PaperRow[]; readonly text: string }[];
  readonly foot: string;
}

const SOURCE = `
#let it = json(bytes(sys.inputs.json))
#set document(title: it.title)
#set page(paper: "a4", margin: (x: 22mm, y: 22mm), numbering: "1 / 1")
#set text(font: "Noto Sans SC", size: 10pt, lang: it.lang)
#set par(leading: 0.75em)
#let soft = rgb("#5b6460")
#show heading.where(level: 2): each => block(above: 1.6em, below: 0.8em, text(size: 12pt, weight: 700, each.body))
#heading(level: 1, text(size: 17pt, weight: 700, it.title))
#v(4pt)
#let rows(all) = table(
  columns: (34%, 1fr), stroke: (x, y) => (bottom: 0.5pt + rgb("#d9d5cb")), inset: (x: 4pt, y: 5pt), align: left,
  ..all.map(row => (text(fill: soft, row.name), {
    row.value
    if row.note != "" { linebreak(); text(size: 7.5pt, fill: soft, row.note) }
  })).flatten(),
)
#rows(it.lead)
#for section in it.sections {
  heading(level: 2, section.title)
  if section.text != "" { par(section.text) }
  if section.rows.len() > 0 { rows(section.rows) }
}
#v(1fr)
#block(above: 2em, text(size: 7.5pt, fill: soft, it.foot))
`;

/** A paper of names and values, section by section, as a PDF. */
export const tablePaper = (content: PaperContent, locale: Locale): Uint8Array =>
  renderPdf(SOURCE, { ...content, lang: locale === 'en' ? 'en' : 'zh' });
