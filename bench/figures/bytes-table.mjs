// The table of bytes: how many requests and bytes each kind of visit takes.
import { tableOf } from '../marked.mjs';

const inWords = (number) => number.toLocaleString('en');
const cell = (sum) => (sum ? `${sum.requests} · ${inWords(sum.bytes)}` : '–');

const HEADS = [
  'requests · bytes',
  'in the HTML',
  'until visible',
  'whole first visit',
  'returning after a no',
  'returning after a yes',
  'first visit, with an embed',
  'returning after a no, with an embed',
];

export const bytesTable = (rows) =>
  tableOf(
    HEADS,
    rows.map(({ entry, html, visible, whole, refused, granted, embed, embedRefused }) => [
      entry.name,
      inWords(html),
      ...[visible, whole, refused, granted, embed, embedRefused].map(cell),
    ]),
  );
