// The benches of the studio, each at an address of its own.
export const BENCHES = [
  { id: 'look', label: 'Look' },
  { id: 'words', label: 'Words' },
  { id: 'states', label: 'States' },
  { id: 'leaves', label: 'What leaves' },
  { id: 'take', label: 'Take away' },
  { id: 'bring', label: 'Bring in' },
] as const;

export type BenchId = (typeof BENCHES)[number]['id'];

export const benchOf = (hash: string): BenchId =>
  BENCHES.find(({ id }) => `#${id}` === hash)?.id ?? 'look';
