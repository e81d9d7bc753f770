// The way out of the preferences: what was turned is not lost without a word, and nobody is held. Pure.

export interface Leaving {
  /** Whether they stay, this once, and say why. */
  stays(): boolean;
  /** What is said of it; empty before, and once the person has gone on. */
  said(): string;
  /** Something else was pressed: it was said, and is not said again. */
  goOn(): void;
}

export function createLeaving(isTurned: () => boolean, words: string, draw: () => void): Leaving {
  let said = '';
  let isTold = false;
  return {
    stays() {
      if (isTold || !isTurned()) return false;
      isTold = true;
      said = words;
      draw();
      return true;
    },
    said: () => said,
    goOn: () => void (said = ''),
  };
}
