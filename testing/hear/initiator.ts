// Who asked for an address, in words, by what Chromium's own protocol tells.

interface Place {
  readonly url?: string | undefined;
  readonly lineNumber?: number | undefined;
}

/** As much of the protocol's `Network.Initiator` as is read here. */
export interface Initiator extends Place {
  readonly type?: string;
  readonly stack?:
    | {
        readonly callFrames?: readonly Place[];
        readonly parent?: { readonly callFrames: readonly Place[] } | undefined;
      }
    | undefined;
}

/** Lines count from nought there, and from one for people. */
const placeOf = ({ url, lineNumber }: Place): string | undefined =>
  url ? `${url}${lineNumber === undefined ? '' : `, line ${lineNumber + 1}`}` : undefined;

/** The innermost script that has an address. */
export const scriptIn = (frames: readonly Place[] = []): string | undefined =>
  frames.map(placeOf).find(Boolean);

export function initiatorIn({ stack, url, lineNumber, type }: Initiator): string | undefined {
  const script = scriptIn(stack?.callFrames ?? stack?.parent?.callFrames);
  if (script) return `the script ${script}`;
  const place = placeOf({ url, lineNumber });
  return place && type === 'parser' ? `the markup of ${place}` : place;
}
