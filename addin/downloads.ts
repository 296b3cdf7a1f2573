/** Gives the person a file. False where the program does not let a pane do so; some refuse without a word. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type = 'application/json'): boolean {
  try {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // Who saves it asks for it a little later.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
