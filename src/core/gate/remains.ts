// What a denial could not undo.

export interface Remains {
  /** Names that are still there, and declared cookies that no script of this page can see. */
  readonly stored: readonly string[];
  /** Addresses of scripts that ran while they were granted; a reload ends them. */
  readonly scripts: readonly string[];
}

export const NOTHING_REMAINS: Remains = { stored: [], scripts: [] };
