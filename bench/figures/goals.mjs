// What is aimed at, as ratios within one run; and, where it is missed, why that is and what was tried.
import { tableOf } from '../marked.mjs';
import { ratio } from './quartiles.mjs';
import { bestPeer, mediansOf } from './time-tables.mjs';

const VISIBLE =
  'A banner here is drawn once the disk has said that no answer is kept; the peers ask a cookie, which is at hand at once. Making a database that is not there takes another process. Tried: a missing database counts before its transaction is aborted (nothing won, the page is busy then); `defer` (nothing won); the banner’s file fetched while the disk is asked, and drawn without loading the browser’s grammar (both kept).';
const MAIN =
  'The banner names every purpose with its data, recipients and times, and answers are prepared while it is read, so more is drawn and two further files are run. Kept of what was tried: no grammar of the browser’s in the banner, further files after the first paint, no timers.';
const SCRIPT =
  'The record is on disk before the first script runs, so that a yes is never acted on and then forgotten; a cookie is written at once. Tried: fewer reads, hashes side by side, a disk that promises less: no sooner, and the press painted later. What remains is the reply of the disk, which waits behind the paint.';
const RETURNING =
  'The record is read from disk before anything is released. Tried: a copy of the answer in localStorage, which is as fast as the peers; not taken, for it would be a second place that can say something else.';
const RELEASE =
  'Scripts are released in slices, so that the page stays usable in between; each is told to the page as an event and waits its turn in document order.';
const GROWN =
  'Whatever is marked has to be found when it comes, so every element that comes is looked at: the browser’s own record of each change is the greater part of it.';
const PAINT =
  'Told in steps of 8 ms. On a quiet machine an earlier build took 12 ms beside the floor’s 15 (fast), and 40 beside 23 (slow). Tried: the record made before that paint, which then comes later.';
const TASK =
  'The draw meets the page’s own first layout in one task; prototypes of today’s draw came to 51 to 66 ms on a quiet machine. With other work on the machine a task also counts what it was kept waiting.';

/** `key` as it was measured; `to`: the best peer, or the entry it is compared with. */
const GOALS = [
  {
    what: 'notice visible, with the snippet',
    id: 'snippet',
    key: 'visibleMs',
    to: 'peer',
    most: 1,
    why: VISIBLE,
  },
  {
    what: 'notice visible, the tag alone',
    id: 'tag',
    key: 'visibleMs',
    to: 'peer',
    most: 1.1,
    why: VISIBLE,
  },
  {
    what: 'main thread of a first visit',
    id: 'tag',
    key: 'mainMs',
    isLessPage: true,
    to: 'vanilla-cookieconsent',
    most: 1,
    why: MAIN,
  },
  { what: 'press to paint', id: 'tag', key: 'pressToPaintMs', to: 'floor', most: 1, why: PAINT },
  {
    what: 'press to released script',
    id: 'tag',
    key: 'pressToScriptMs',
    to: 'peer',
    most: 3,
    why: SCRIPT,
  },
  {
    what: 'press to released script',
    id: 'tag',
    key: 'pressToScriptMs',
    to: 'floor-record',
    most: 1.3,
    why: SCRIPT,
  },
  { what: 'returning, warm', id: 'tag', key: 'warmMs', to: 'peer', most: 1.05, why: RETURNING },
  { what: 'returning, cold', id: 'tag', key: 'coldMs', to: 'peer', most: 1.05, why: RETURNING },
];

const BESIDE = {
  peer: 'the best peer',
  page: 'the page alone',
  floor: 'the plain floor',
  'floor-record': 'the floor that writes a record',
};

const LONG_TASK_MS = 50;

function rowOf(profile, samples, all, { what, id, key, isLessPage, to, most }) {
  const medians = mediansOf(samples, key, isLessPage);
  const value = medians.get(id);
  const other = to === 'peer' ? bestPeer(medians, all) : medians.get(to);
  if (!value || !other)
    return [what, profile, `at most ${most} of ${BESIDE[to] ?? to}`, '–', 'not measured'];
  const isMet = value / other <= most;
  return [
    what,
    profile,
    `at most ${most} of ${BESIDE[to] ?? to}`,
    ratio(value, other),
    isMet ? 'met' : 'missed',
  ];
}

function taskRow(samples) {
  const longest = mediansOf(samples, 'longestMs').get('tag');
  const said = longest > LONG_TASK_MS ? `${Math.round(longest)} ms` : `under ${LONG_TASK_MS} ms`;
  return [
    LONGEST_TASK,
    'slow',
    `at most ${LONG_TASK_MS} ms`,
    said,
    longest > LONG_TASK_MS ? 'missed' : 'met',
  ];
}

const LONGEST_TASK = 'longest task of a first visit';
const WHY = new Map([
  ...GOALS.map(({ what, why }) => [what, why]),
  [LONGEST_TASK, TASK],
  ['1,000 held scripts', RELEASE],
  ['10,000 held scripts', RELEASE],
  ['50,000 elements, not drawn', GROWN],
  ['50,000 elements, drawn', GROWN],
]);

const HEADS = ['goal', 'profile', 'as a ratio in one run', 'this run', 'met?'];

const RELEASE_GOALS = [1000, 10_000].map((count) => ({
  what: `${count.toLocaleString('en')} held scripts`,
  id: 'tag',
  key: `ms${count}`,
  to: 'orejime',
  most: 1.5,
}));

const LIVING_GOALS = [
  { what: '50,000 elements, not drawn', id: 'tag', key: 'unseenMs', to: 'page', most: 1.15 },
  { what: '50,000 elements, drawn', id: 'tag', key: 'drawnMs', to: 'page', most: 1.15 },
];

/** The table, and below it why those were missed that were. */
function withReasons(rows) {
  const missed = new Set(rows.filter((row) => row.at(-1) === 'missed').map(([what]) => what));
  const reasons = [...missed].map((what) => `- *${what}*: ${WHY.get(what)}`);
  return [tableOf(HEADS, rows), reasons.join('\n')].join('\n\n').trim();
}

/** @param byProfile samples of `fast` and `slow`. */
export function goalsTable(byProfile, all) {
  const rows = Object.entries(byProfile).flatMap(([profile, samples]) =>
    GOALS.map((goal) => rowOf(profile, samples, all, goal)),
  );
  return withReasons([...rows, taskRow(byProfile.slow)]);
}

export const releaseGoals = (samples, all) =>
  withReasons(RELEASE_GOALS.map((goal) => rowOf('fast', samples, all, goal)));

export const livingGoals = (samples, all) =>
  withReasons(LIVING_GOALS.map((goal) => rowOf('fast', samples, all, goal)));
