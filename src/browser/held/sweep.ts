// Goes through elements in slices; given up when a newer choice begins again from the top.
import type { Slices } from './slices.ts';

export interface Sweep {
  readonly slices: Slices;
  visit(element: Element): void;
  /** All are gone through, from the top. */
  onBegin(): void;
  /** One that the page's own policy refuses, say: the others go on. */
  onFailure(element: Element, error: unknown): void;
  onEnd(): void;
}

export function createSweep({ slices, visit, onBegin, onFailure, onEnd }: Sweep) {
  let turn = 0;

  async function through(elements: readonly Element[]): Promise<void> {
    const mine = turn;
    slices.begin();
    for (const element of elements) {
      if (slices.isSpent()) {
        await slices.next();
        if (mine !== turn) return;
      }
      try {
        visit(element);
      } catch (error) {
        onFailure(element, error);
      }
    }
    onEnd();
  }

  return {
    through,
    fromTop(elements: readonly Element[]): void {
      turn++;
      onBegin();
      void through(elements);
    },
  };
}
