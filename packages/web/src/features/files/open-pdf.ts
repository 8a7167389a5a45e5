import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

type Addresses = Readonly<Record<string, string>>;
const inFolder = (found: Addresses): ReadonlyMap<string, string> =>
  new Map(Object.entries(found).map(([path, url]) => [path.split('/').at(-1) ?? '', url]));

// Papers from Chinese offices often leave out their fonts and name a character map instead.
const maps = inFolder(
  import.meta.glob('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', { eager: true, query: '?url', import: 'default' }),
);
const fonts = inFolder(
  import.meta.glob('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
);

async function readBytes(from: ReadonlyMap<string, string>, name: string): Promise<Uint8Array> {
  const url = from.get(name);
  if (url === undefined) throw new Error(`no ${name}`);
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

class MapFactory {
  async fetch({ name }: { readonly name: string }) {
    return { cMapData: await readBytes(maps, `${name}.bcmap`), isCompressed: true };
  }
}

class FontFactory {
  fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return readBytes(fonts, filename);
  }
}

/** Opens a PDF file with everything from this origin: worker, character maps, fonts; nothing in it is run. */
export const openPdf = (source: string): PDFDocumentLoadingTask =>
  getDocument({
    url: source,
    CMapReaderFactory: MapFactory,
    StandardFontDataFactory: FontFactory,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableRange: true,
  });
