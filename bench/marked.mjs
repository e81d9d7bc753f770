// Writes tables into a document, each between the marks of its name, and leaves all else.

/** @returns the document with the table in its place. */
export function marked(doc, name, table) {
  const marks = new RegExp(`(<!-- ${name} -->\n)[^]*?<!-- end -->`);
  if (!marks.test(doc)) throw new Error(`the document has no place for ${name}`);
  return doc.replace(marks, (_whole, before) => `${before}\n${table}\n\n<!-- end -->`);
}

const cells = (values) => `| ${values.join(' | ')} |`;

/** @param rows one array of cells for each line; the first column stands left, the others right. */
export const tableOf = (heads, rows) =>
  [cells(heads), cells(['---', ...heads.slice(1).map(() => '---:')]), ...rows.map(cells)].join(
    '\n',
  );
