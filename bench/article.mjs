// A page as a newspaper has it: what notices are measured and looked at on.

const PARAGRAPH =
  'The ferry at Corran Hythe takes four minutes to cross the Ansel when the water is slack, and eleven when it is not. Between those two numbers lies the whole craft of it, which Elin Moss learned from her aunt, and her aunt from nobody.';

const STYLE = `body { font: 17px/1.6 "Liberation Sans", Arial, sans-serif; max-width: 720px; margin: 0 auto; padding: 0 20px; background: light-dark(#fff, #121417); color: light-dark(#222, #ddd) }
:root { color-scheme: light dark } header, footer { padding: 16px 0 } h1 { line-height: 1.2 }`;

/**
 * @param head the notice's own scripts and styles.
 * @param page `lang`, `dir`, and a `body` to stand between the paragraphs.
 */
export const articleWith = (
  head,
  { lang = 'en', dir = 'ltr', body = '' } = {},
) => `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
<title>The ferry keeps a book</title><meta name="viewport" content="width=device-width">
<style>${STYLE}</style>${head}
<header><b>The Daily Example</b></header>
<main><h1>The ferry keeps a book</h1>${`<p>${PARAGRAPH}</p>`.repeat(2)}${body}${`<p>${PARAGRAPH}</p>`.repeat(9)}</main>
<footer><a href="/imprint">Imprint</a></footer></html>`;
