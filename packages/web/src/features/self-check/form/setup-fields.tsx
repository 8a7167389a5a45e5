import { baseYear } from '@tidu/rules';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { changeDraft } from '../model/draft-session.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { CreditCodeField } from './credit-code-field.tsx';
import { ParkChoice } from './park-choice.tsx';

const BACK = 4;

/** For which day and year the result counts, and which firm it is: right for most without a touch. */
export function SetupFields({ check }: { readonly check: SelfCheck }) {
  const m = useMessages(selfCheckMessages);
  const format = useFormat();
  const { draft, dates } = check;
  const day = dates.filing ?? dates.decision;
  const year = baseYear(dates);
  const last = Number(day.slice(0, 4));
  const years = Array.from({ length: BACK }, (_, i) => String(last - i));
  return (
    <Disclosure summary={`${m.setup}：${m.setupShown(format.day(day), String(year))}`}>
      <div className="grid gap-6 py-3 text-body text-ink sm:grid-cols-2">
        <DateInput
          id="setup-filing"
          label={m.filing}
          hint={m.filingHint}
          min="2000-01-01"
          max="2099-12-31"
          value={day}
          onChange={(next) =>
            changeDraft(({ filing: _old, ...rest }) => (next === undefined ? rest : { ...rest, filing: next }))
          }
        />
        <Select
          id="setup-year"
          label={m.fiscalYear}
          hint={m.fiscalYearHint}
          value={String(year)}
          options={years.map((each) => ({ value: each, label: m.yearOf(each) }))}
          onChange={(next) =>
            changeDraft(({ fiscalYear: _old, ...rest }) =>
              next === undefined ? rest : { ...rest, fiscalYear: Number(next) },
            )
          }
        />
        <ParkChoice park={draft.park} />
        <CreditCodeField value={draft.creditCode ?? ''} />
      </div>
    </Disclosure>
  );
}
