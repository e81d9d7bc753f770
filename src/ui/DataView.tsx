// The view of what is kept: each answer, each message byte for byte, and what can be done with them.
import type { Policy } from '../core/policy.ts';
import type { Exported } from '../core/rights.ts';
import type { DataTexts } from '../locales/en.ts';
import { Answers } from './Answers.tsx';
import { Button } from './Button.tsx';
import { Messages } from './Messages.tsx';
import { Sheet } from './Sheet.tsx';
import { contactHref, fill } from './speech.ts';

interface DataProps {
  readonly what: 'reading' | 'missing' | Exported;
  readonly policy: Policy;
  readonly lang: string;
  readonly words: DataTexts;
  readonly leave: () => void;
}

const Kept = ({ kept, ...props }: Omit<DataProps, 'what' | 'leave'> & { kept: Exported }) => {
  const { policy, words } = props;
  const { name: controller, contact = '' } = policy.controller;
  return (
    <>
      <h3>{words.answers}</h3>
      <Answers {...props} records={kept.records} />
      <h3>{words.messages}</h3>
      <Messages {...props} kept={kept} />
      <p class="remark">{words.erasing}</p>
      {contact && (
        <p class="remark">
          {fill(words.atReceiver, { controller })} <a href={contactHref(contact)}>{contact}</a>
        </p>
      )}
    </>
  );
};

export function DataView({ what, leave, ...props }: DataProps) {
  const { words } = props;
  const kept = typeof what === 'object' ? what : null;
  const isEmpty = kept?.records.length === 0 && kept.ledger.length === 0;
  return (
    <Sheet name="data" title={words.title} close={words.close} leave={leave}>
      <div class="body" aria-busy={what === 'reading'} tabIndex={0}>
        <p>{words.lead}</p>
        <p role="status">
          {what === 'reading' && words.reading}
          {what === 'missing' && words.missing}
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
    </Sheet>
  );
}
