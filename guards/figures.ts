// Finds the figures that the README cites of docs/figures.md, and those that do not stand there.

const FIGURE = /\d[\d,.]*\d×?|\d×?/g;

/** Every number between the marks, as it is written. */
export function citedFigures(readme: string): string[] {
  const [, part = ''] = /<!-- figures -->\n([^]*?)<!-- end -->/.exec(readme) ?? [];
  return part.replaceAll(/\]\([^)]*\)/g, '').match(FIGURE) ?? [];
}

/** @param page as it was written by the command; a figure counts where it stands by itself. */
export function absentFigures(cited: readonly string[], page: string): string[] {
  const measured = new Set(page.match(FIGURE));
  return cited.filter((figure) => !measured.has(figure));
}
