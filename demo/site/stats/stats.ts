// Draws the numbers of the receiver, and draws them again whenever something arrives there.
import type { Stats } from '../../../receiver/store.ts';
import { figuresOf } from './figures.ts';
import { isByHour, lineOf } from './line.ts';
import { sendReaders } from './readers.ts';
import { answersTable, seriesTable, tablesOf } from './table.ts';

const DAY_MS = 86_400_000;
/** What arrives together is drawn together. */
const PAUSE_MS = 300;

const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`);
const said = part('said');

let days = 1;
let shown: Stats | undefined;

const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);

function drawLine(): void {
  const place = part('line');
  if (shown && place) place.replaceChildren(lineOf(shown.series, Math.max(280, place.clientWidth)));
}

function draw(stats: Stats): void {
  shown = stats;
  part('figures')?.replaceChildren(...figuresOf(stats));
  const title = part('series-title');
  if (title) title.textContent = `Views by the ${isByHour(stats.series) ? 'hour' : 'day'}, in UTC`;
  part('series')?.replaceChildren(seriesTable(stats));
  part('tables')?.replaceChildren(...tablesOf(stats));
  part('answers')?.replaceChildren(answersTable(stats));
  drawLine();
}

async function read(): Promise<void> {
  const from = date(Date.now() - (days - 1) * DAY_MS);
  const response = await fetch(`/stats?from=${from}`).catch(() => undefined);
  if (response?.ok) draw((await response.json()) as Stats);
  else if (said) said.textContent = 'The receiver does not answer.';
}

let timer: ReturnType<typeof setTimeout> | undefined;
function readSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    void read();
  }, PAUSE_MS);
}

for (const button of document.querySelectorAll<HTMLElement>('[data-days]')) {
  button.addEventListener('click', () => {
    days = Number(button.dataset['days']);
    for (const each of document.querySelectorAll('[data-days]')) {
      each.setAttribute('aria-pressed', String(each === button));
    }
    void read();
  });
}

part('readers')?.addEventListener('click', async () => {
  const words = await sendReaders();
  if (said) said.textContent = words;
});

new EventSource('/__demo/events').addEventListener('arrivals', readSoon);
const place = part('line');
if (place) new ResizeObserver(drawLine).observe(place);
void read();
