// Fetches the judge of presses when a control is in view; a press that comes sooner grants nothing (F-45).
import type { IsFair } from '../../core/ask/press.ts';
import { controlsIn, type Hosts } from './controls.ts';
import { edge } from './edge.ts';
import type { createJudge } from './judge.ts';

export type CreateJudge = typeof createJudge;

/**
 * No person has seen a control and pressed it before the judge has come. Where it cannot be had no press grants, and
 * each one asks for it again.
 */
export const lateJudge =
  (load: () => Promise<CreateJudge | null>) =>
  (hosts?: Hosts): IsFair => {
    let judge: IsFair | undefined;
    const fetchJudge = async (): Promise<void> => {
      const create = await load();
      judge ??= create?.(hosts);
    };
    // After the frame in which they were painted.
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void fetchJudge();
    });
    const isFair: IsFair = (target, isPointer) => {
      if (judge) return judge(target, isPointer);
      void fetchJudge();
      // A switch grants nothing by itself; the press on Save is judged.
      return !edge.isMade && !target.closest('[data-action]');
    };
    return Object.assign(isFair, {
      watch(): void {
        if (judge) judge.watch?.();
        else for (const control of controlsIn(hosts)) observer.observe(control);
      },
    });
  };
