// What of a page a notice could have changed: the place and look of every element, and what it scrolls.
import type { Page } from 'playwright/test';

const STYLES = [
  'overflow',
  'position',
  'margin',
  'padding',
  'width',
  'height',
  'pointer-events',
  'filter',
  'color',
  'font-weight',
];

const measure = (names: readonly string[]): readonly string[] => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const elements = [
    document.documentElement,
    document.body,
    ...document.body.querySelectorAll('*:not(s9-consent)'),
  ];
  return [
    `scrolls ${scrollWidth} by ${scrollHeight}`,
    `inert ${document.querySelectorAll('[inert], [aria-hidden]').length}`,
    `attributes of body ${document.body.attributes.length}`,
    ...elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const computed = getComputedStyle(element);
      const styles = names.map((name) => `${name} ${computed.getPropertyValue(name)}`);
      return `${element.localName} ${x} ${y} ${width} ${height} ${styles.join('; ')}`;
    }),
  ];
};

export const geometryOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(measure, STYLES);
