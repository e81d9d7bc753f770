'use client';
// social9-consent/react: the choice as a hook, and elements that wait, for React 18 and 19.
import {
  type ComponentPropsWithoutRef,
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  useSyncExternalStore,
} from 'react';
import type { HeldFrame as Frame, HeldScript as Script } from './held.ts';
import { heldFrame, heldScript, scriptText } from './held.ts';
import type { ConsentAttributes } from './markup.ts';
import { type Answered, answerTo, type Choices, choices, NOT_YET, onChange } from './page.ts';

export type { Answered, Choices, ConsentAttributes };

/**
 * Whether something is granted, drawn anew when that changes, in this tab or another one.
 *
 * @param purpose purposes and `service:…` ids as in `data-consent`: all of them have to be granted.
 * @returns nothing granted, nothing decided on a server, while a page hydrates, and without the widget.
 * @throws TypeError for what has no id in it.
 * @example const { granted } = useConsent('analytics');
 */
export const useConsent = (purpose: string): Answered =>
  useSyncExternalStore(
    onChange,
    () => answerTo(purpose),
    () => NOT_YET,
  );

/** What a control of the page may do: `open('preferences')`, `withdraw()`, `set()` by a person's press. */
export const useChoices = (): Choices => choices;

export interface ConsentedProps {
  readonly purpose: string;
  /** Shown as long as it is not granted; nothing without. */
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
}

/** Draws its children while everything it names is granted. */
export const Consented = ({ purpose, fallback, children }: ConsentedProps): ReactNode =>
  (useConsent(purpose).granted ? children : fallback) ?? null;

/** Those of an `<iframe>`; `title` is the placeholder's heading. */
export interface HeldFrameProps
  extends Omit<ComponentPropsWithoutRef<'iframe'>, 'src' | 'srcDoc' | 'title'>,
    Frame {
  readonly title: string;
}

/** A frame with a placeholder in it, loaded once it is granted. Its place is kept from the server's page on. */
export const HeldFrame: ForwardRefExoticComponent<
  HeldFrameProps & RefAttributes<HTMLIFrameElement>
> = forwardRef(({ purpose, src, picture, ...others }, ref) =>
  createElement('iframe', {
    ...others,
    // It would load at once, whatever was answered.
    srcDoc: undefined,
    ...heldFrame({ purpose, src, picture }),
    // Of a stored yes it has its address before React wakes.
    suppressHydrationWarning: true,
    ref,
  }),
);

/** Those of a `<script>`; what stands in it is its text. */
export interface HeldScriptProps
  extends Omit<
      ComponentPropsWithoutRef<'script'>,
      'src' | 'type' | 'children' | 'onLoad' | 'onError'
    >,
    Script {
  readonly children?: string;
  /** Once it has run. */
  readonly onLoad?: (event: Event) => void;
  readonly onError?: OnErrorEventHandler;
}

const never = () => () => undefined;

/**
 * A script that runs once it is granted: once for each time it is mounted, as any held element. It is no part of
 * the server's page: while it runs its copy stands beside it, which a page that hydrates would take for a fault.
 */
export function HeldScript({
  purpose,
  src,
  type,
  children,
  onLoad,
  onError,
  ...others
}: HeldScriptProps): ReactElement | null {
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isAwake) return null;
  return createElement('script', {
    ...others,
    ...heldScript({ purpose, src, type }),
    dangerouslySetInnerHTML: { __html: scriptText(children ?? '') },
    // React itself listens to no script.
    ref(script: HTMLScriptElement | null) {
      if (!script) return;
      script.onload = onLoad ?? null;
      script.onerror = onError ?? null;
    },
  });
}

declare module 'react' {
  // biome-ignore lint/suspicious/noEmptyInterface: an interface is the one way to add to another's attributes.
  interface HTMLAttributes<T> extends ConsentAttributes {}
}
