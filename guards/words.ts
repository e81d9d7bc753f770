// One word, one thing: words that once meant what another one means now.

interface Retired {
  readonly word: RegExp;
  /** What to say instead. */
  readonly instead: string;
}

/** docs/contract.md has the words that are used; CONTRIBUTING.md tells them apart. */
export const RETIRED: readonly Retired[] = [
  { word: /\bNotice\b|\bfirst layers?\b/, instead: 'banner' },
  { word: /\bpanels?\b/i, instead: 'preferences, or second layer' },
  { word: /\bnews\b/i, instead: 'changes (of a policy), or what other tabs tell' },
  { word: /\belsewhere\.(tell|on)/, instead: 'tabs' },
  { word: /\bsettle\.ts|\bloadSettle\b/, instead: 'settings' },
  { word: /\b[Kk]eepClear\b/, instead: 'bringFocusInView' },
  { word: /\bheld tags?\b|\breleased tags?\b/, instead: 'held element' },
  { word: /'s9-consent'/, instead: 'NAME of core/name.ts' },
];

/** One line for each retired word in a source. */
export function retiredIn(file: string, source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      RETIRED.filter(({ word }) => word.test(line)).map(
        ({ word, instead }) => `${file}:${index + 1}: ${word.exec(line)?.[0]}: say ${instead}`,
      ),
    );
}
