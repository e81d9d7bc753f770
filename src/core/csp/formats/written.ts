// What every format is written from, and what it gives back.
import type { DeclaredService } from '../declared.ts';
import type { CspOptions, ReadOptions } from '../options.ts';

export interface ToWrite {
  readonly declared: readonly DeclaredService[];
  /** Those that a file which cannot read the choice leaves open. */
  readonly opened: readonly DeclaredService[];
  readonly options: ReadOptions;
  /** As given, for files that call `cspHeaders()` themselves. */
  readonly given: CspOptions;
  /** Where such a file finds the policy; `settingsFile` where it is a member of settings. */
  readonly source: { readonly policyFile: string; readonly settingsFile: string | undefined };
}

export interface Written {
  readonly text: string;
  /** What to know of it, a sentence each. */
  readonly notes: readonly string[];
}

export type Format = (toWrite: ToWrite) => Written;

/** Said of all that answers differ by. */
export const VARIES = [
  'Pages differ by the choice: a shared cache in front must not keep them, or keep them by this header; Vary: Cookie says so to it.',
  'Pages that are in a browser already keep their policy: after a yes a page has to be loaded anew (docs/csp.md has the lines for it).',
  'It reads the cookie of "mirror": "cookie", which every page of the site must set. The cookie is no proof: whoever writes one opens declared hosts for themselves, and the widget still holds them.',
];
