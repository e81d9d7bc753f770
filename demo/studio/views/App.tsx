// The studio: its bar, and the bench that is open.
import { useEffect, useState } from 'preact/hooks';
import { FIRST } from '../model/design.ts';
import { Bar } from './Bar.tsx';
import { BoardBench } from './BoardBench.tsx';
import { BringBench } from './BringBench.tsx';
import { BENCHES, type BenchId, benchOf } from './benches.ts';
import { FaultList } from './FaultList.tsx';
import { LeavesBench } from './LeavesBench.tsx';
import { LookBench } from './LookBench.tsx';
import { TakeBench } from './TakeBench.tsx';
import { useDesign } from './use-design.ts';
import { WordsBench } from './WordsBench.tsx';

export function App() {
  const hand = useDesign();
  const [bench, setBench] = useState<BenchId>(benchOf(location.hash));
  useEffect(() => {
    const follow = () => setBench(benchOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const title = BENCHES.find(({ id }) => id === bench)?.label ?? '';
  return (
    <>
      <Bar hand={hand} bench={bench} onReset={() => hand.change(() => FIRST)} />
      <main id="bench" tabIndex={-1}>
        <h1 class="unseen">{title}</h1>
        <FaultList
          title="This link could not be opened"
          faults={hand.faults}
          onDismiss={hand.forgive}
        />
        {bench === 'look' && <LookBench hand={hand} />}
        {bench === 'words' && <WordsBench hand={hand} />}
        {bench === 'states' && <BoardBench hand={hand} />}
        {bench === 'leaves' && <LeavesBench hand={hand} />}
        {bench === 'take' && <TakeBench hand={hand} />}
        {bench === 'bring' && <BringBench hand={hand} />}
      </main>
    </>
  );
}
