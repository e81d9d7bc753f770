// On a server: nothing granted, the fallback in its place, frames held, no script, and no window asked for.
import { expect, test } from 'vitest';
import { createSSRApp, effectScope, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { Consented, HeldFrame, HeldScript, useConsent } from './vue.ts';

const SRC = 'https://video.example/a';

test('the server’s page has the fallback and the held frame, and neither script nor notice', async () => {
  const app = createSSRApp({
    setup() {
      const { granted, decided } = useConsent(() => 'analytics');
      return () => [
        `${granted.value} ${decided.value}`,
        h(Consented, { purpose: 'social' }, { default: () => 'Now', fallback: () => 'Later' }),
        h(HeldFrame, { purpose: 'social', src: SRC, title: 'A film', srcdoc: '<p>Now</p>' }),
        h(HeldScript, { purpose: 'analytics', src: 'https://stats.example/a.js' }),
      ];
    },
  });
  const page = await renderToString(app);
  expect(page.replaceAll(/<!--.*?-->/g, '')).toBe(
    `false falseLater<iframe title="A film" data-consent="social" data-src="${SRC}"></iframe>`,
  );
});

test('outside of a component, on a server, it says nothing and fails at nothing', () => {
  const scope = effectScope();
  const consent = scope.run(() => useConsent('social'));
  expect(consent?.granted.value).toBe(false);
  scope.stop();
});
