import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));

let compiler: NodeCompiler | undefined;

/**
 * Makes a tagged PDF from a typst source of ours and a value it reads as JSON: `#let it = json(bytes(sys.inputs.json))`.
 * INVARIANT (text-is-not-markup): what people wrote goes in as data alone, so nothing of it is ever read as markup.
 */
export function renderPdf(source: string, value: unknown): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: FONTS,
    fontArgs: [{ fontPaths: [join(FONTS, '400Regular'), join(FONTS, '700Bold')] }],
  });
  return new Uint8Array(compiler.pdf({ mainFileContent: source, inputs: { json: JSON.stringify(value) } }));
}
