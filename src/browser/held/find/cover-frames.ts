// Which of the page's frames get a placeholder: those that wait for something, as the rules see them.
import type { CoverFrames, PlaceholderHost, Placeholders } from '../../../core/ask/ask.ts';
import { isOfTheWeb } from '../../../core/gate/addresses.ts';
import type { HeldFrame } from '../../../core/gate/held.ts';
import { asks, missingFor } from '../../../core/gate/missing.ts';
import { isEdited } from './edited.ts';
import { hostOf, where } from './host-of.ts';
import { addressOf, idsOf } from './read-mark.ts';

export const coverFrames =
  ({ question }: PlaceholderHost, placeholders: Placeholders): CoverFrames =>
  (frames) => {
    const { policy, state } = question();
    placeholders.cover(
      frames.flatMap((element): HeldFrame[] => {
        const address = addressOf(element) ?? '';
        const hosts = [address, element.getAttribute('src') ?? ''].map(hostOf).filter(Boolean);
        const wanted = { ids: idsOf(element), hosts, isFrame: true };
        const missing = missingFor(wanted, policy, state);
        const isOffered =
          isOfTheWeb(address, where()) && asks(wanted, policy) && !isEdited(element);
        return isOffered && missing[0] !== undefined ? [{ element, missing, hosts }] : [];
      }),
    );
  };
