// A React application with held elements, in a place of the page or as the whole document.
import { INLINE, VIDEO } from '../held.ts';

// React has no types here: two versions of it take this.
type Element = unknown;
type Component = () => Element;
export interface React {
  createElement(type: unknown, properties?: object | null, ...children: Element[]): Element;
  useState<Value>(first: Value): [Value, (next: (before: Value) => Value) => void];
  Fragment: unknown;
}

const inner = (__html: string) => ({ dangerouslySetInnerHTML: { __html } });
const SCRIPT = { type: 'text/plain', 'data-consent': 'analytics' };
const CONFIG = JSON.stringify({ policy: { purposes: [{ id: 'social', services: [VIDEO] }] } });

/** Drawn anew by one button; its held elements taken out and brought back by another. */
export function appOf({ createElement: e, useState, Fragment }: React): Component {
  // Without an element around them each is taken out by itself.
  const Held = () =>
    e(
      Fragment,
      null,
      e('script', { ...SCRIPT, 'data-src': '{{third-party}}/first.js' }),
      e('script', { ...SCRIPT, ...inner(INLINE) }),
      e('script', { ...SCRIPT, 'data-src': '{{third-party}}/last.js' }),
      e('iframe', {
        'data-consent': 'social',
        'data-src': '{{third-party}}/frame.html',
        width: 400,
        height: 240,
        title: 'A video',
      }),
      e('img', {
        'data-consent': 'social',
        'data-src': '{{third-party}}/picture.svg',
        width: 40,
        height: 30,
        alt: '',
      }),
      e('template', { 'data-consent': 'social', ...inner('<p data-placed="">Now here</p>') }),
    );
  return function App() {
    const [drawn, setDrawn] = useState(0);
    const [isThere, setThere] = useState(true);
    Object.assign(globalThis, { drawn });
    return e(
      'main',
      { id: 'app' },
      e('button', { id: 'again', onClick: () => setDrawn((before) => before + 1) }, 'Draw again'),
      e('button', { id: 'turn', onClick: () => setThere((before) => !before) }, 'Turn the page'),
      e('div', { id: 'held' }, isThere ? e(Held) : null),
      e('p', { id: 'after' }, isThere ? 'Page one' : 'Page two'),
    );
  };
}

/** The document as a framework that renders on a server writes it, the tag in its head. */
export function documentOf({ createElement: e, ...react }: React): Component {
  const App = appOf({ createElement: e, ...react });
  return function Document() {
    return e(
      'html',
      { lang: 'en' },
      e(
        'head',
        null,
        e('meta', { charSet: 'utf-8' }),
        e('title', null, 'Example Shop'),
        e('script', { type: 'application/json', 'data-s9-config': '', ...inner(CONFIG) }),
        e('script', {
          src: '{{widget}}/s9-consent.js',
          'data-controller': 'Example Shop',
          'data-contact': 'privacy@shop.example',
          'data-privacy-url': '/privacy',
        }),
      ),
      e('body', null, e(App)),
    );
  };
}
