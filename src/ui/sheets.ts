// Styles as constructed sheets: the one way a strict CSP lets through (F-36).

export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Adds to the sheets of a root, which may be another's too. */
export function adopt(root: ShadowRoot, ...sheets: readonly CSSStyleSheet[]): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}
