// Elements that wait, as every framework writes them: attributes, and a script where no template takes one.
import { expectIds } from './page.ts';

export interface HeldFrame {
  /** Purposes and `service:…` ids as in `data-consent`: all of them have to be granted. */
  readonly purpose: string;
  /** What is loaded then, and by whose address the placeholder names the recipient. */
  readonly src: string;
  /** A picture of the page's own origin for the placeholder. */
  readonly picture?: string | undefined;
}

export interface HeldScript {
  /** Purposes and `service:…` ids as in `data-consent`: all of them have to be granted. */
  readonly purpose: string;
  readonly src?: string | undefined;
  /** `module`; a classic script without. */
  readonly type?: string | undefined;
}

/** With text in it, and the attributes of a script by their names in HTML. */
export interface PlacedScript extends HeldScript {
  /** What runs then, where it has no address. */
  readonly text?: string | undefined;
  readonly [attribute: string]: string | boolean | undefined;
}

/** Attributes of an `<iframe>`. */
export const heldFrame = ({ purpose, src, picture }: HeldFrame) => ({
  'data-consent': expectIds(purpose).join(' '),
  'data-src': src,
  'data-consent-picture': picture,
});

/** Attributes of a `<script>`. */
export const heldScript = ({ purpose, src, type }: HeldScript) => ({
  type: 'text/plain' as const,
  'data-consent': expectIds(purpose).join(' '),
  'data-src': src,
  'data-type': type,
});

/** The text of a script such as no parser takes for its end. In strings it means the same. */
export const scriptText = (text: string): string => text.replace(/<(?=\/?script|!--)/gi, '\\x3c');

/** Puts a held script into an element; returns what takes it out. */
export function placeScript(parent: Node, given: PlacedScript): () => void {
  const { purpose, src, type, text = '', ...others } = given;
  const script = document.createElement('script');
  const attributes: Record<string, string | boolean | undefined> = {
    ...others,
    ...heldScript({ purpose, src, type }),
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      script.setAttribute(name, value === true ? '' : value);
  }
  // A text node: with Trusted Types the element's own member takes no text.
  script.append(text);
  parent.appendChild(script);
  return () => script.remove();
}
