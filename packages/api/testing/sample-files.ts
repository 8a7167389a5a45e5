/** Small whole files of the kinds that are handed in. */
export const samplePdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export const samplePng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A zip file of stored, empty entries; `claimed` is the size the directory says each unpacks to. */
export function sampleZip(names: readonly string[], claimed = 0): Buffer {
  const locals = names.map((name) => entry(0x04034b50, 30, name, 0, 0));
  let at = 0;
  const directory = names.map((name, i) => {
    const part = entry(0x02014b50, 46, name, claimed, at);
    at += locals[i]?.length ?? 0;
    return part;
  });
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

function entry(mark: number, length: number, name: string, claimed: number, offset: number): Buffer {
  const isDirectory = length === 46;
  const part = Buffer.alloc(length);
  part.writeUInt32LE(mark, 0);
  part.writeUInt32LE(claimed, isDirectory ? 24 : 22);
  part.writeUInt16LE(Buffer.byteLength(name), isDirectory ? 28 : 26);
  if (isDirectory) part.writeUInt32LE(offset, 42);
  return Buffer.concat([part, Buffer.from(name)]);
}

export const sampleXlsx = sampleZip(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml']);
export const sampleDocx = sampleZip(['[Content_Types].xml', 'word/document.xml']);
export const sampleOfd = sampleZip(['OFD.xml', 'Doc_0/Document.xml']);
