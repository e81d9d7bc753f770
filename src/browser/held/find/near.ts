// Tells when a held frame may soon be met: a screen or less from what is in view, or by who goes through the page by keyboard.

/**
 * What draws in frames is fetched then, and not on a page whose end nobody sees.
 *
 * @param onNear called once.
 * @returns whether it is so, for the frames there are; to be told of them as often as they change.
 */
export function createNear(onNear: () => void): (frames: readonly Element[]) => boolean {
  let isNear = false;

  function come(): void {
    isNear = true;
    observer.disconnect();
    onNear();
  }

  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(),
    { rootMargin: '100%' },
  );
  // An empty frame is no stop of the keyboard: it would go past, however far that frame is.
  addEventListener('keydown', ({ key }) => key === 'Tab' && !isNear && come(), true);
  return (frames) => {
    if (!isNear) for (const frame of frames) observer.observe(frame);
    return isNear;
  };
}
