// `social9-consent stats`: the numbers of a range of days, from a folder or from a receiver that runs.
import { fileStore, rangeIn } from '../dist/npm/receiver.js';
import { readOptions } from './options.mjs';
import { complain, print } from './print.mjs';

const OPTIONS = {
  data: { type: 'string' },
  url: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  json: { type: 'boolean', default: false },
};
const LIMIT_MS = 30_000;
const DAY_MS = 86_400_000;

async function fromFolder(folder, { from, to }) {
  const range = rangeIn(from, to, Date.now());
  if (typeof range === 'string') throw new Error(`--${range}`);
  const store = fileStore({ folder, readOnly: true, onWarning: (words) => complain(words) });
  try {
    return await store.stats(range);
  } catch (error) {
    throw new Error(`cannot read ${folder}: ${error.message}`, { cause: error });
  }
}

function addressOf(url, { from, to }) {
  try {
    const address = new URL(`${url.replace(/\/$/, '')}/stats`);
    if (from) address.searchParams.set('from', from);
    if (to) address.searchParams.set('to', to);
    return address;
  } catch (error) {
    throw new Error(`--url: expected the address of a receiver, not ${url}`, { cause: error });
  }
}

async function fromReceiver(url, options) {
  const address = addressOf(url, options);
  const token = process.env.S9_RECEIVER_TOKEN;
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(address, { headers, signal: AbortSignal.timeout(LIMIT_MS) }).catch(
    (error) => {
      throw new Error(`cannot reach ${address}: ${error.cause?.message ?? error.message}`, {
        cause: error,
      });
    },
  );
  const answer = await response.json().catch(() => ({ message: 'no JSON' }));
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${answer.message}`);
  return answer;
}

const date = (ms) => new Date(ms).toISOString().slice(0, 10);
const seconds = (value) => (value === null ? '-' : `${Math.round(value * 10) / 10} s`);

const aligned = (rows) => {
  const width = Math.max(0, ...rows.map(([, number]) => String(number).length));
  return rows.map(
    ([name, number, more = '']) => `  ${String(number).padStart(width)}  ${name}${more}`,
  );
};

function table(title, { rows, other }) {
  if (rows.length === 0 && other === 0) return [];
  const timed = ({ averageSeconds }) =>
    averageSeconds === undefined ? '' : `, ${seconds(averageSeconds)} on average`;
  const lines = rows.map((row) => [row.name, row.views, timed(row)]);
  return [title, ...aligned(other > 0 ? [...lines, ['other', other]] : lines)];
}

function answers({ proofs, purposes }) {
  if (proofs === 0) return [];
  const share = ([id, { granted, denied }]) => {
    const percent = Math.round((granted / Math.max(1, granted + denied)) * 100);
    return [`yes to ${id}, ${denied} no`, granted, ` (${percent} %)`];
  };
  return [`${proofs} answers`, ...aligned(Object.entries(purposes).map(share))];
}

const words = (found) => [
  `${date(found.fromMs)} to ${date(found.toMs - DAY_MS)}, days in UTC`,
  ...aligned([
    ['views', found.views],
    ['visits', found.visits],
    ['visitors', found.visitors],
  ]),
  `Time on page: ${seconds(found.timeOnPage.averageSeconds)} on average, ${seconds(found.timeOnPage.medianSeconds)} in the middle of ${found.timeOnPage.leaves}`,
  ...table('Pages', found.pages),
  ...table('Browsers', found.browsers),
  ...table('Systems', found.systems),
  ...table('Referring domains', found.referrers),
  ...table('Own events', found.customs),
  ...answers(found.answers),
];

export async function stats(args) {
  const options = readOptions(args, OPTIONS);
  if ((options.data === undefined) === (options.url === undefined)) {
    throw new Error('stats: expected either --data <folder> or --url <address of the receiver>');
  }
  const found = await (options.url === undefined
    ? fromFolder(options.data, options)
    : fromReceiver(options.url, options));
  if (options.json) console.log(JSON.stringify(found, null, 2));
  else print(...words(found));
}
