// The first layer: who asks, for what, and the answers, one press each. The page stays usable (L-30).

import type { Policy, Purpose } from '../core/policy.ts';
import type { Question } from '../core/ports.ts';
import type { NoticeTexts } from '../locales/en.ts';
import { Button } from './Button.tsx';
import { Facts } from './Facts.tsx';
import type { NewsOf } from './news.ts';
import { fill } from './speech.ts';

interface NoticeProps {
  readonly question: Pick<Question, 'layout' | 'position'>;
  readonly policy: Policy;
  readonly purposes: readonly Purpose[];
  readonly texts: NoticeTexts;
  readonly lang: string;
  /** What changed since the last answer; once the panel has brought the words for it. */
  readonly newsOf: NewsOf | undefined;
}

/** Above the page's own layers, where the browser can. Not called again for a mere redraw. */
const raise = (notice: HTMLElement | null): void => notice?.showPopover?.();

export const Notice = ({ policy, purposes, texts, lang, question, newsOf }: NoticeProps) => (
  <section
    class={`notice ${question.layout ?? 'bar'} ${question.position ?? 'bottom'}`}
    part="notice"
    popover="manual"
    role="dialog"
    aria-labelledby="title"
    aria-describedby="lead"
    ref={raise}
  >
    <div class="text" tabIndex={0}>
      <div>
        <h2 id="title">{fill(texts.title, { controller: policy.controller.name })}</h2>
        <p id="lead">{texts.lead}</p>
        {policy.controller.privacyUrl && (
          <p>
            <a href={policy.controller.privacyUrl}>{texts.privacy}</a>
          </p>
        )}
      </div>
      <ul class="purposes">
        {purposes.map((purpose) => (
          <li key={purpose.id}>
            <h3>{purpose.name}</h3>
            {newsOf?.(purpose.id).map((news) => (
              <p key={news} class="news">
                {news}
              </p>
            ))}
            <p>{purpose.why}</p>
            <Facts policy={policy} purpose={purpose} texts={texts} lang={lang} />
          </li>
        ))}
      </ul>
    </div>
    <div class="actions">
      <Button action="accept">{texts.accept}</Button>
      <Button action="reject">{texts.reject}</Button>
      <Button action="choose" class="plain wide">
        {texts.choose}
      </Button>
    </div>
  </section>
);
