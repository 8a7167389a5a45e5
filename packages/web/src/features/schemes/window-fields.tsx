import type { SchemeDocument } from '@tidu/api/schemes/contract';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { IntegerInput } from '../../shared/ui/integer-input.tsx';
import type { PartFieldsProps } from './scheme-form-props.ts';

/** When one can apply, and which steps a case goes through. */
export function WindowFields({ scheme, set, errorOf }: PartFieldsProps) {
  const m = useMessages(schemesMessages);
  const f = m.field;
  const { window, panel } = scheme;
  const setPanel = (change: Partial<NonNullable<typeof panel>>): void =>
    set({ panel: { isUsed: false, experts: 5, isBlind: false, ...panel, ...change } });
  return (
    <div className="space-y-6">
      <ChoiceGroup
        id="window"
        label={f.window}
        value={window.kind}
        choices={[
          { value: 'all-year', label: f.allYear },
          { value: 'dates', label: f.dates },
        ]}
        onChange={(kind) =>
          set({ window: kind === 'dates' ? { kind, opensOn: '', closesOn: '' } : { kind: 'all-year' } })
        }
      />
      {window.kind === 'dates' && (
        <div className="grid gap-6 sm:grid-cols-2">
          <DateInput
            id="window.opensOn"
            label={f.opensOn}
            value={window.opensOn}
            error={errorOf('window.opensOn')}
            onChange={(day) => set({ window: { ...window, opensOn: day ?? '' } })}
          />
          <DateInput
            id="window.closesOn"
            label={f.closesOn}
            value={window.closesOn}
            error={errorOf('window.closesOn')}
            onChange={(day) => set({ window: { ...window, closesOn: day ?? '' } })}
          />
        </div>
      )}
      <Checkbox
        id="panel"
        label={f.panel}
        checked={panel?.isUsed ?? false}
        onChange={(isUsed) => setPanel({ isUsed })}
      />
      {panel?.isUsed && (
        <div className="grid gap-6 sm:grid-cols-2">
          <IntegerInput
            id="panel.experts"
            label={f.experts}
            value={String(panel.experts)}
            onChange={(n) => n !== undefined && setPanel({ experts: Number(n) })}
          />
          <Checkbox
            id="panel.isBlind"
            label={f.blind}
            checked={panel.isBlind}
            onChange={(isBlind) => setPanel({ isBlind })}
          />
        </div>
      )}
      <Checkbox id="ranks" label={f.ranks} checked={scheme.ranks} onChange={(ranks) => set({ ranks })} />
      <ChoiceGroup
        id="silence"
        label={f.silence}
        value={scheme.silence}
        choices={[
          { value: 'recorded', label: f.silenceRecorded },
          { value: 'consent', label: f.silenceConsent },
        ]}
        onChange={(silence) => set({ silence: silence as SchemeDocument['silence'] })}
      />
    </div>
  );
}
