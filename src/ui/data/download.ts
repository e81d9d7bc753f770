// Hands a document over as a file, without a request.
import { own } from '../../core/own.ts';

/** Long enough for any browser to have begun; the text is let go then. */
const KEPT_MS = 60_000;

/** A value as it is, or nothing where it has no form in JSON: a cycle, say, that another has stored. */
function writable(value: unknown): unknown {
  try {
    JSON.stringify(value);
    return value;
  } catch {
    return null;
  }
}

/** Entry by entry: one that has no form takes none of the others along. */
const written = (content: object): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(content).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(writable) : value,
      ]),
    ),
    null,
    2,
  );

/** @param content nothing is offered for `null`. */
export function offerFile(name: string, content: object | null): void {
  if (!content) return;
  const url = URL.createObjectURL(
    new Blob([`${written(content)}\n`], { type: 'application/json' }),
  );
  const link = own(document).createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
