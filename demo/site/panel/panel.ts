// The panel beside each sample page: what arrived where, and the record as it lies in the browser.
import { createArrivalList } from './arrival-list.ts';
import { clearArrivals, openFeed, setReceiverMode } from './feed.ts';
import { showLanguages } from './language-picker.ts';
import { leakOnPurpose, showLeaks } from './leak-list.ts';
import markup from './panel.html?raw';
import { showRecord } from './record-view.ts';
import { shortOf, verdictOf } from './tally.ts';

export function showPanel(panel: HTMLElement): void {
  panel.innerHTML = markup;
  const part = <Part extends HTMLElement>(selector: string): Part => {
    const found = panel.querySelector<Part>(selector);
    if (!found) throw new Error(`The panel has no ${selector}.`);
    return found;
  };
  const modes = panel.querySelectorAll<HTMLElement>('[data-mode]');
  const list = createArrivalList(part('[data-log]'), part<HTMLDetailsElement>('[data-earlier]'));

  const count = () => {
    const tally = list.tally();
    part('[data-verdict]').textContent = verdictOf(tally);
    part('[data-short]').textContent = shortOf(tally);
    for (const to of ['receiver', 'third-party'] as const) {
      const cell = part(`[data-tally="${to}"]`);
      cell.textContent = `${tally[to]}`;
      cell.toggleAttribute('data-some', tally[to] > 0);
    }
  };
  const showMode = (mode: string) => {
    for (const button of modes) button.ariaPressed = String(button.dataset['mode'] === mode);
  };

  openFeed({
    snapshot({ mode, arrivals }) {
      list.forget();
      for (const arrival of arrivals) list.put(arrival);
      part('[data-feed]').textContent = '';
      showMode(mode);
      count();
    },
    arrivals(arrivals) {
      for (const arrival of arrivals) list.put(arrival).dataset['new'] = '';
      count();
    },
    mode: showMode,
    clear() {
      list.forget();
      count();
    },
    lost() {
      part('[data-feed]').textContent = 'The server does not answer. What is shown may be old.';
    },
  });

  part('[data-clear]').addEventListener('click', () => void clearArrivals());
  for (const button of modes) {
    button.addEventListener('click', () => void setReceiverMode(button.dataset['mode'] ?? 'ok'));
  }
  showLeaks(part('[data-leaks]'));
  const standIns = panel.dataset['panel'] ?? '';
  part('[data-leak]').addEventListener('click', () => leakOnPurpose(standIns));
  showLanguages(part<HTMLSelectElement>('select'));
  const bar = part('.panel-bar');
  bar.addEventListener('click', () => {
    bar.ariaExpanded = String(bar.ariaExpanded !== 'true');
  });
  showRecord(part('[data-record-state]'), part('[data-record]'), part('[data-read]'));
}
