import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { DataTable } from '../../shared/ui/table.tsx';
import { usePolicyWords } from './policy-words.tsx';

/** The figures listed apart from the rules, by the day they take effect. */
export function ParamSection() {
  const { doc, nameOf, format, m } = usePolicyWords();
  const rows = doc.params.flatMap((param) => param.values.map((value) => ({ param, value })));
  return (
    <section id="params" aria-labelledby="params-title" className="border-t border-line pt-8">
      <h2 id="params-title" className="text-h2">
        {m.params}
      </h2>
      <p className="mt-1 mb-5 text-ink-2">{m.paramsLead}</p>
      <DataTable
        caption={m.params}
        hideCaption
        rows={rows}
        rowId={({ param, value }) => `${param.id} ${value.from}`}
        columns={[
          { id: 'param', head: m.param, rowHead: true, cell: ({ param }) => nameOf(param) },
          {
            id: 'value',
            head: m.value,
            align: 'right',
            cell: ({ param, value }) => (
              <span className="whitespace-nowrap">
                <span className="font-medium">{format.measured(value.value, param.unit)}</span>
                <BasisMark cites={value.cite} />
              </span>
            ),
          },
          {
            id: 'from',
            head: m.since,
            cell: ({ value }) => <span className="whitespace-nowrap">{format.day(value.from)}</span>,
          },
          {
            id: 'to',
            head: m.until,
            cell: ({ value }) => <span className="whitespace-nowrap">{value.to ? format.day(value.to) : '—'}</span>,
          },
        ]}
      />
    </section>
  );
}
