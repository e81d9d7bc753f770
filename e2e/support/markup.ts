// Writes the pages of specs: a whole document around a fragment, and the tag where it belongs.
export type Tag = Readonly<Record<string, string>> | string | false;

const DEFAULT_TAG: Readonly<Record<string, string>> = {
  src: '{{widget}}/s9-consent.js',
  'data-endpoint': '{{receiver}}/v1/logs',
  'data-controller': 'Example Shop',
  'data-contact': 'privacy@shop.example',
  'data-privacy-url': '/privacy',
};

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The recommended tag with these attributes added, or a tag written out, or none. */
export function tagMarkup(tag: Tag = {}): string {
  if (tag === false) return '';
  if (typeof tag === 'string') return tag;
  const attributes = Object.entries({ ...DEFAULT_TAG, ...tag })
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return `<script${attributes}></script>`;
}

/** A frame of the third party, whose host no policy declares, or a name by which a script asks for one. */
const FRAME = /<iframe[^>]*{{third-party}}|createElement\('iframe'\)/;

/**
 * Settings by which frames of the third party go by their purpose, as those of a declared host do; none where
 * a page has settings of its own.
 */
function frameSettings(markup: string, tag: Tag | undefined): string {
  const isPlain = tag === undefined || (typeof tag === 'object' && !('data-config' in tag));
  return isPlain && FRAME.test(markup) && !markup.includes('data-s9-config')
    ? settings({ policy: { undeclared: 'release' } })
    : '';
}

/** Puts the tag at `{{tag}}`, or at the end of the head of a fragment's own document. */
export function documentOf(markup: string, tag: Tag | undefined): string {
  const whole = /<html[\s>]/i.test(markup)
    ? markup
    : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example Shop</title>` +
      `<meta name="viewport" content="width=device-width">${markup.includes('{{tag}}') ? '' : '{{tag}}'}` +
      `</head><body><main><h1>Example Shop</h1>${markup}</main></body></html>`;
  return whole.replace('{{tag}}', () => frameSettings(markup, tag) + tagMarkup(tag));
}

/** Settings in the page, for a visit's `tag` or markup. */
export const settings = (value: unknown): string =>
  `<script type="application/json" data-s9-config>${JSON.stringify(value)}</script>`;
