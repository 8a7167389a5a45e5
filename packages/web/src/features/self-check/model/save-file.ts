/** Hands the browser a file made on this page; nothing leaves the device. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download may start a little later than the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
