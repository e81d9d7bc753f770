// Hands a document over as a file, without a request.

/** Long enough for any browser to have begun; the text is let go then. */
const KEPT_MS = 60_000;

/** @param content nothing is offered for `null`. */
export function offerFile(name: string, content: object | null): void {
  if (!content) return;
  const text = `${JSON.stringify(content, null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
