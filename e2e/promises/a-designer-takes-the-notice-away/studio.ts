// The studio as `npm run studio` serves it, on a port of the test's own.
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { test as base, type FrameLocator, type Locator, type Page } from 'playwright/test';
import { type PreviewServer, preview } from 'vite';
import { expect } from '../../support/expect.ts';

export class Studio {
  readonly page: Page;
  readonly origin: string;
  /** The notice beside the controls. */
  readonly live: Locator;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
    this.live = page.locator('iframe[data-live]');
  }

  get notice(): FrameLocator {
    return this.live.contentFrame();
  }

  async open(at = ''): Promise<void> {
    await this.page.goto(`${this.origin}/studio.html${at}`);
    await expect(this.page.getByRole('navigation')).toBeVisible();
  }

  async to(bench: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: bench }).click();
  }

  /** Writes a token as CSS, as into any field. */
  async token(name: string, value: string): Promise<void> {
    const field = this.page.locator(`[data-token="${name}"] .value`);
    await field.fill(value);
    await field.press('Enter');
    await field.blur();
  }

  async pick(group: string, option: string): Promise<void> {
    await this.page
      .getByRole('group', { name: group })
      .getByRole('radio', { name: option })
      .check();
  }

  async asks(): Promise<void> {
    await expect(this.notice.locator('[data-action="reject"]')).toBeVisible();
  }

  taken(id: string): Promise<string> {
    return this.page.locator(`[data-take="${id}"] pre`).innerText();
  }
}

/** By how much two pictures of one size differ at the most, of 255; where a size is another one, by all of it. */
export const apart = (page: Page, ...pictures: readonly [Buffer, Buffer]): Promise<number> =>
  page.evaluate(
    async (sources) => {
      const read = async (source: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const { width, height } = image;
        const brush = new OffscreenCanvas(width, height).getContext('2d');
        if (!brush) throw new Error('no canvas');
        brush.drawImage(image, 0, 0);
        return { width, height, data: brush.getImageData(0, 0, width, height).data };
      };
      const [one, other] = await Promise.all(sources.map(read));
      if (!one || !other || one.width !== other.width || one.height !== other.height) return 255;
      return one.data.reduce(
        (most, part, at) => Math.max(most, Math.abs(part - (other.data[at] ?? 0))),
        0,
      );
    },
    pictures.map((picture) => picture.toString('base64')),
  );

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds on the studio's own page; what stands in its frames is a sample site. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
      iframes: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`,
      ),
    );
  }, TAGS);
}

let server: PreviewServer | undefined;

const originOf = ({ httpServer }: PreviewServer): string =>
  `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;

export const test = base.extend<{ studio: Studio }>({
  studio: async ({ page }, use) => {
    if (!server) throw new Error('expected a file that opens the studio');
    await use(new Studio(page, originOf(server)));
  },
});

/** One studio for all tests of a file, which a worker goes through as any other. */
export function openStudio(): void {
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    server = await preview({
      logLevel: 'silent',
      preview: { port: 0, host: '127.0.0.1', open: false },
    });
  });
  test.afterAll(() => server?.close());
}
