// Shows the widget's database raw, and says so when there is none.
import { readDatabase } from './record-database.ts';

/** A refusal takes effect before it is on disk; the record is looked at once more after this. */
const SECOND_LOOK_MS = 400;

async function show(state: HTMLElement, raw: HTMLElement): Promise<void> {
  const database = await readDatabase().catch(() => 'unreadable' as const);
  raw.hidden = typeof database !== 'object';
  if (database === 'unreadable') {
    state.textContent = 'This browser does not let IndexedDB be read here.';
  } else if (database) {
    state.textContent = 'IndexedDB, database s9-consent, as it lies there:';
    raw.textContent = JSON.stringify(database, null, 2);
  } else {
    state.textContent = 'There is no database s9-consent. Nothing is stored.';
  }
}

export function showRecord(state: HTMLElement, raw: HTMLElement, again: HTMLElement): void {
  const look = () => void show(state, raw);
  again.addEventListener('click', look);
  for (const type of ['s9:ready', 's9:change']) {
    document.addEventListener(type, () => {
      look();
      setTimeout(look, SECOND_LOOK_MS);
    });
  }
  look();
}
