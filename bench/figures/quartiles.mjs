// Medians, quartiles and ratios of what was measured.

/** @param share 0.5 for the median. @returns `null` where nothing was measured. */
export function quantile(values, share) {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values) => quantile(values, 0.5);

/** @returns the smallest that is more than nothing. */
export function best(values) {
  const found = values.filter((value) => value > 0);
  return found.length > 0 ? Math.min(...found) : null;
}

/** @returns in words, such as `1.35×`; a dash where there is nothing to compare. */
export const ratio = (value, to) => (value > 0 && to > 0 ? `${(value / to).toFixed(2)}×` : '–');
