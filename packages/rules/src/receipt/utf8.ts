/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. TextEncoder belongs to the host, not to the language. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let n = 0;
  for (const c of text) {
    const raw = c.codePointAt(0) ?? 0;
    const p = raw >= 0xd800 && raw <= 0xdfff ? 0xfffd : raw;
    if (p < 0x80) bytes[n++] = p;
    else {
      if (p < 0x800) bytes[n++] = 0xc0 | (p >> 6);
      else {
        if (p < 0x10000) bytes[n++] = 0xe0 | (p >> 12);
        else {
          bytes[n++] = 0xf0 | (p >> 18);
          bytes[n++] = 0x80 | ((p >> 12) & 0x3f);
        }
        bytes[n++] = 0x80 | ((p >> 6) & 0x3f);
      }
      bytes[n++] = 0x80 | (p & 0x3f);
    }
  }
  return bytes.slice(0, n);
}
