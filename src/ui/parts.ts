// What the banner and all behind it are drawn with.
import type { AskHost } from '../core/ask/ask.ts';
import type { IsFair } from '../core/ask/press.ts';
import type { PolicyTerms } from '../core/policy/policy.ts';
import type { WordedPolicy } from '../core/policy/worded.ts';
import type { BannerLocale } from './banner/locale.ts';
import type { CreateSecondLayer, Kit } from './kit.ts';

export interface UiParts {
  readonly host: AskHost;
  readonly isFair: IsFair;
  /** `null` where its file is not to be had; it is tried again at the next need. */
  readonly loadSecondLayer: () => Promise<CreateSecondLayer | null>;
  readonly consent: Kit['consent'];
  readonly locale: BannerLocale;
  /** The policy in force in the words of the banner. */
  readonly policyOf: (terms: PolicyTerms) => WordedPolicy;
}
