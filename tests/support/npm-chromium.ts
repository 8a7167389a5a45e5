import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface ChromiumBuild {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const require = createRequire(import.meta.url);

/** A Chromium and a Chinese font from the npm registry alone, for machines where nothing can be installed. */
export async function npmChromium(): Promise<ChromiumBuild> {
  // Read when the package is loaded: makes it unpack its own copies of the system libraries.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const home = join(tmpdir(), `tidu-chromium-${versionOf('@sparticuz/chromium')}`);
  if (!existsSync(home)) await unpackInto(home, () => chromium.executablePath());
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** Unpacks beside the target and renames, so that test files started together never see half a browser. */
async function unpackInto(home: string, unpack: () => Promise<string>): Promise<void> {
  const before = process.env.TMPDIR;
  const fresh = await mkdtemp(`${home}-`);
  try {
    // It always unpacks to $TMPDIR/chromium, whatever its version.
    process.env.TMPDIR = fresh;
    await unpack();
    await writeFile(join(fresh, 'fonts.conf'), fontsConf(join(home, 'font-cache')));
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function fontsConf(cache: string): string {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}

function versionOf(name: string): string {
  const folder = dirname(require.resolve(name));
  const root = folder.slice(0, folder.lastIndexOf(join(...name.split('/'))) + name.length);
  return require(join(root, 'package.json')).version;
}
