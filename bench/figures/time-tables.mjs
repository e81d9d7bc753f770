// The tables of times: medians with their quartiles, ratios to the best peer and to the floor that keeps a record.
import { tableOf } from '../marked.mjs';
import { best, median, quantile, ratio } from './quartiles.mjs';

export const rounded = (value) => {
  if (value === null) return '–';
  return Math.abs(value) < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
};

/** @returns the values of a kind as one median for each entry, less the page's own where that is asked for. */
export function mediansOf(samples, key, isLessPage) {
  const medians = new Map(
    [...samples].map(([id, rounds]) => [id, median(rounds.map((round) => round[key]))]),
  );
  if (!isLessPage) return medians;
  const page = medians.get('page');
  return new Map([...medians].map(([id, value]) => [id, value === null ? null : value - page]));
}

export const bestPeer = (medians, all) =>
  best(all.filter(({ kind }) => kind === 'peer').map(({ id }) => medians.get(id)));

/** `1,030 (990–1,110) · 1.04× · 1.20×`. */
function cellOf(samples, all, { key, isLessPage, isBare }) {
  const medians = mediansOf(samples, key, isLessPage);
  const peer = bestPeer(medians, all);
  return ({ id }) => {
    const value = medians.get(id);
    if (value === null) return '–';
    if (isBare) return rounded(value);
    const values = samples.get(id).map((round) => round[key]);
    const less = isLessPage ? medians.get(id) - median(values) : 0;
    const quartiles = [0.25, 0.75]
      .map((share) => rounded(quantile(values, share) + less))
      .join('–');
    return `${rounded(value)} (${quartiles}) · ${ratio(value, peer)} · ${ratio(value, medians.get('floor-record'))}`;
  };
}

const COLUMNS = [
  { head: 'notice visible', key: 'visibleMs' },
  { head: 'main thread, first visit', key: 'mainMs', isLessPage: true },
  { head: 'longest task', key: 'longestMs', isBare: true },
  { head: 'press to paint', key: 'pressToPaintMs' },
  { head: 'press to released script', key: 'pressToScriptMs' },
  { head: 'returning, warm', key: 'warmMs' },
  { head: 'returning, cold', key: 'coldMs' },
];

const LIVING = [
  { head: 'idle, notice shown', key: 'askedMs' },
  { head: 'idle, answered', key: 'answeredMs' },
  { head: '50,000 elements, not drawn', key: 'unseenMs', isToPage: true },
  { head: '50,000 elements, drawn', key: 'drawnMs', isToPage: true },
];

const MEMORY = [
  { head: 'layout shift', key: 'shift', isBare: true },
  { head: 'heap, KB', key: 'heapKb', isLessPage: true, isBare: true },
  { head: 'nodes', key: 'nodes', isLessPage: true, isBare: true },
];

function tableFor(columns, samples, all) {
  const cells = columns.map((column) => cellOf(samples, all, column));
  const shown = all.filter(({ kind }) => kind !== 'page');
  return tableOf(
    ['', ...columns.map(({ head }) => head)],
    shown.map((entry) => [entry.name, ...cells.map((cell) => cell(entry))]),
  );
}

export const timeTable = (samples, all) => tableFor(COLUMNS, samples, all);

/** With the page alone, which what grows is compared with. */
export function livingTable(samples, all) {
  const cells = LIVING.map(({ key, isToPage }) => {
    const medians = mediansOf(samples, key);
    const said = ({ id }) => rounded(medians.get(id));
    return isToPage
      ? (entry) => `${said(entry)} · ${ratio(medians.get(entry.id), medians.get('page'))}`
      : said;
  });
  return tableOf(
    ['', ...LIVING.map(({ head }) => head)],
    all.map((entry) => [entry.name, ...cells.map((cell) => cell(entry))]),
  );
}

export const memoryTable = (samples, all) => tableFor(MEMORY, samples, all);

/** @param counts how many scripts were held. */
export function releaseTable(samples, all, counts) {
  const cells = counts.flatMap((count) => [
    cellOf(samples, all, { key: `ms${count}` }),
    cellOf(samples, all, { key: `longest${count}`, isBare: true }),
  ]);
  const heads = counts.flatMap((count) => [`${count.toLocaleString('en')} held`, 'longest task']);
  return tableOf(
    ['', ...heads],
    all
      .filter(({ kind }) => kind !== 'page')
      .map((entry) => [entry.name, ...cells.map((cell) => cell(entry))]),
  );
}
