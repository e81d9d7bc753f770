// Draws a notice in each element for one, and records with its form what a person agrees to.
import type { FormCollection, FormNotice, Forms, FormsHost } from '../../core/ask/forms.ts';
import type { IsFair } from '../../core/ask/press.ts';
import { once } from '../../core/once.ts';
import { own } from '../../core/own.ts';
import type { GivenCollections } from '../../core/policy/collections.ts';
import type { Fault } from '../../core/policy/shape.ts';
import { formOf, mirrorTick } from './fields.ts';
import { createHear } from './hear.ts';
import type { AskingNotice } from './hold.ts';
import { inputBy } from './input.ts';
import { recordTick, takeBack } from './record.ts';

/** What notices are made of. */
export interface FormParts {
  /** `null` where its file is not to be had: nobody is asked then. */
  loadJudge(): Promise<((hosts: () => Iterable<Element>) => IsFair) | null>;
  readonly collectionIn: (
    policy: GivenCollections,
    id: string,
    faults: Fault[],
  ) => FormCollection | null;
  readonly sheet: () => CSSStyleSheet;
}

interface Drawn {
  readonly id: string;
  readonly collection: FormCollection;
  readonly notice: FormNotice;
}

/** The element's own children stay as written, and are not drawn any more (contract 4). */
function attachTo(element: Element): ShadowRoot | null {
  try {
    return own(element).attachShadow({ mode: 'open' });
  } catch {
    const advice = 'write data-consent-notice on a div of its own';
    console.error(`Social9 Consent: no notice can be drawn in this element; ${advice}`, element);
    return null;
  }
}

/** The root of an element, made once; `null` where it can have none. */
function createRoots(): (element: Element) => ShadowRoot | null {
  const roots = new WeakMap<Element, ShadowRoot | null>();
  return (element) => {
    const root = roots.has(element) ? roots.get(element) : attachTo(element);
    roots.set(element, root ?? null);
    return root ?? null;
  };
}

/** Where an element's form tells of itself. */
function hearingOf(element: Element): EventTarget {
  const form = formOf(element);
  const around = form && own(form).getRootNode();
  return around instanceof ShadowRoot ? around : window;
}

/** Tells a fault once, however many elements it is met at. */
function createTell({ announce }: FormsHost['ports']): (faults: readonly Fault[]) => void {
  const told = new Set<string>();
  return (faults) => {
    for (const { path, expected } of faults) {
      if (told.has(path)) continue;
      told.add(path);
      console.error(`Social9 Consent: ${path}: expected ${expected}`);
      announce('error', { what: 'setting', path, expected });
    }
  };
}

/** A collection by its id; a fault of it is told. */
function createLookUp({ settings, ports }: FormsHost, { collectionIn }: FormParts) {
  const policy: GivenCollections = settings.policy;
  const tell = createTell(ports);
  return (id: string): FormCollection | null => {
    const faults: Fault[] = [];
    const collection = collectionIn(policy, id, faults);
    tell(faults);
    return collection;
  };
}

const createTakeBack =
  (host: FormsHost, { collectionIn }: FormParts): Forms['takeBack'] =>
  async (collection, press) => {
    if (await takeBack(host, collection, inputBy(press))) return;
    const faults: Fault[] = [];
    if (collectionIn(host.settings.policy, collection, faults)) return;
    // Nothing was taken back, and whoever has misspelt it would not know.
    const lines = faults.map(({ path, expected }) => `${path}: expected ${expected}`);
    throw new TypeError(`consent.withdraw: ${lines}`);
  };

export function createForms(host: FormsHost, parts: FormParts): Forms {
  const { announce, isFramed } = host.ports;
  const { controller } = host.settings.policy;
  const drawn = new WeakMap<Element, Drawn>();
  const rootOf = createRoots();
  const lookUp = createLookUp(host, parts);
  let shown: readonly Element[] = [];
  let isFair: IsFair | null = null;
  const loadFair = once(async () => (await parts.loadJudge())?.(() => shown) ?? null);

  const hear = createHear({
    noticesIn: (form) =>
      shown.flatMap((element): AskingNotice[] => {
        const found = drawn.get(element);
        if (!found?.collection.consent || formOf(element) !== form) return [];
        const { id, notice, collection } = found;
        return [{ element, notice, collection: id, isNeeded: collection.consent === true }];
      }),
    async record({ element, collection, notice }) {
      const tick = notice.tick();
      const asked = drawn.get(element)?.collection.asked;
      return tick && asked ? recordTick(host, collection, asked, tick) : null;
    },
  });

  function place(element: Element, id: string, collection: FormCollection): void {
    const root = rootOf(element);
    if (!root) return;
    const notice = collection.draw({
      isFair: (...press) => !!isFair?.(...press),
      isFramed,
      refused: (reason) => announce('refused', { action: 'tick', reason }),
      ticked: (isTicked) => mirrorTick(element, isTicked),
    });
    root.adoptedStyleSheets = [parts.sheet()];
    root.replaceChildren(notice.box);
    drawn.set(element, { id, collection, notice });
  }

  /** @returns whether it waits: no box stands there before what tells whether a press on it was meant (F-45). */
  function draw(element: Element): boolean {
    const id = own(element).getAttribute('data-consent-notice') ?? '';
    // Settings that could not be checked name nobody: nothing is said then, and nothing asked.
    if (drawn.get(element)?.id === id || !controller.name) return false;
    const collection = lookUp(id);
    if (collection?.consent && !isFair) return true;
    if (collection) place(element, id, collection);
    // What was written there is seen again.
    else if (drawn.delete(element))
      rootOf(element)?.replaceChildren(own(document).createElement('slot'));
    if (collection?.consent && !formOf(element)) {
      console.warn('Social9 Consent: this notice asks for consent and stands in no form', element);
    }
    return false;
  }

  return {
    async show(notices) {
      shown = notices;
      if (notices.map(draw).includes(true)) isFair = await loadFair();
      // Those that are there by now.
      if (isFair) shown.forEach(draw);
      shown.map(hearingOf).forEach(hear);
      isFair?.watch?.();
    },
    takeBack: createTakeBack(host, parts),
  };
}
