// Runs in every frame before the page does: tells of presses, and of what the widget announces.

/** Must hold everything it uses: it crosses into the page as text. */
export function tellAnswers(binding: string): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = (told: object): void => {
    const send = page[binding] as ((told: object) => Promise<unknown>) | undefined;
    void send?.(told).catch(() => undefined);
  };

  const hearPress = ({ isTrusted }: Event): void => {
    if (isTrusted) tell({ type: 'press' });
  };
  const hearState = (event: Event): void => {
    tell({ type: 'state', state: (event as CustomEvent<unknown>).detail });
  };
  const hearRefusal = (event: Event): void => {
    const { reason } = (event as CustomEvent<{ reason?: unknown } | null>).detail ?? {};
    tell({ type: 'refused', reason: String(reason) });
  };
  addEventListener('click', hearPress, true);
  addEventListener('keydown', hearPress, true);
  addEventListener('s9:ready', hearState, true);
  addEventListener('s9:change', hearState, true);
  addEventListener('s9:refused', hearRefusal, true);
}
