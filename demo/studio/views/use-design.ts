// The design in hand: its steps, its address, and the last good one where a link is faulty.
import { useEffect, useState } from 'preact/hooks';
import { type Design, type DesignFault, FIRST, settingsInForce } from '../model/design.ts';
import { designIn, wordOf } from '../model/link.ts';
import { begin, redo, type Steps, step, undo } from '../model/steps.ts';
import { TOKEN_NAMES } from '../model/theme.ts';

const PARAMETER = 'design';
const KEPT = 's9-studio-design';

export interface InHand {
  readonly design: Design;
  readonly steps: Steps<Design>;
  /** What was wrong with the link the studio was opened by. */
  readonly faults: readonly DesignFault[];
  /**
   * @param update from the newest design on: two fields can be left faster than the studio is drawn.
   * @param by what is changed: more of the same is one step to undo.
   */
  change(update: (now: Design) => Design, by?: string): void;
  undo(): void;
  redo(): void;
  forgive(): void;
  /** What people have answered so far, as far as the studio is told. */
  readonly published: Design;
  publish(): void;
  /** The address that opens this very design. */
  readonly link: string;
}

function kept(): Design {
  try {
    const word = localStorage.getItem(KEPT);
    return (word && designIn(word, TOKEN_NAMES).design) || FIRST;
  } catch {
    return FIRST;
  }
}

function opened(): { readonly design: Design; readonly faults: readonly DesignFault[] } {
  const word = new URLSearchParams(location.search).get(PARAMETER);
  if (word === null) return { design: kept(), faults: [] };
  const { design, faults } = designIn(word, TOKEN_NAMES);
  return { design: design ?? kept(), faults };
}

const linkOf = (design: Design): string => {
  const { origin, pathname } = location;
  return `${origin}${pathname}?${PARAMETER}=${wordOf(design)}`;
};

const SETTLED_MS = 300;

export function useDesign(): InHand {
  const [first] = useState(opened);
  const [steps, setSteps] = useState(() => begin(first.design));
  const [published, setPublished] = useState(first.design);
  const [faults, setFaults] = useState(first.faults);
  const design = steps.now;
  const link = linkOf(design);
  useEffect(() => {
    // A faulty link stays in sight until something is done; what the widget refuses is no last good design.
    if (faults.length > 0 || settingsInForce(design.settings).faults.length > 0) return undefined;
    const later = setTimeout(() => {
      history.replaceState(null, '', link + location.hash);
      try {
        localStorage.setItem(KEPT, wordOf(design));
      } catch {
        // Without storage the address alone keeps it.
      }
    }, SETTLED_MS);
    return () => clearTimeout(later);
  }, [link, faults]);
  return {
    design,
    steps,
    faults,
    link,
    change: (update, by) => setSteps((now) => step(now, update(now.now), by)),
    undo: () => setSteps(undo),
    redo: () => setSteps(redo),
    forgive: () => setFaults([]),
    published,
    publish: () => setPublished(design),
  };
}
