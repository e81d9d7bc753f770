// The view of what is kept: each answer, each message byte for byte, and what can be done with them.
import type { Policy } from '../../core/policy/policy.ts';
import type { Exported } from '../../core/rights/exported.ts';
import type { DataWords } from '../../locales/locale.ts';
import { Button } from '../elements/Button.tsx';
import { ContactLink } from '../elements/ContactLink.tsx';
import { Dialog } from '../elements/Dialog.tsx';
import type { Says } from '../grammar.ts';
import { fill } from '../speech.ts';
import { AnswerList } from './AnswerList.tsx';
import { CollectionList } from './CollectionList.tsx';
import { MessageList } from './MessageList.tsx';

interface DataProps {
  /** All that is kept, once it has been read. */
  readonly kept: Exported | null;
  /** What cannot be shown, or not yet. */
  readonly lack: 'reading' | 'missing' | null;
  readonly policy: Policy;
  readonly lang: string;
  readonly says: Says;
  readonly words: DataWords;
  readonly close: string;
  readonly leave: () => void;
}

const Kept = ({
  kept,
  ...props
}: Omit<DataProps, 'kept' | 'lack' | 'close' | 'leave'> & { kept: Exported }) => {
  const { policy, words } = props;
  const { name: controller, contact = '' } = policy.controller;
  return (
    <>
      <h3>{words.answers}</h3>
      <AnswerList {...props} records={kept.records} />
      {kept.collections.length > 0 && (
        <>
          <h3>{words.forms}</h3>
          <CollectionList {...props} collections={kept.collections} />
        </>
      )}
      <h3>{words.messages}</h3>
      <MessageList {...props} kept={kept} />
      <p class="remark">{words.erasing}</p>
      {contact && (
        <p class="remark">
          {fill(words.atReceiver, { controller })} <ContactLink contact={contact} />
        </p>
      )}
    </>
  );
};

export function DataView({ kept, lack, close, leave, ...props }: DataProps) {
  const { words } = props;
  const isEmpty = kept?.records.length === 0 && kept.ledger.length === 0;
  return (
    <Dialog name="data" title={words.title} close={close} leave={leave}>
      <div class="body" aria-busy={lack === 'reading'} tabIndex={0}>
        <p class="lead">{words.lead}</p>
        <p role="status">
          {lack && words[lack]}
          {isEmpty && words.none}
        </p>
        {kept && !isEmpty && <Kept {...props} kept={kept} />}
      </div>
      {kept && !isEmpty && (
        <div class="actions">
          <Button action="receipt">{words.receipt}</Button>
          <Button action="export">{words.export}</Button>
          <Button action="erase" class="plain wide">
            {words.erase}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
