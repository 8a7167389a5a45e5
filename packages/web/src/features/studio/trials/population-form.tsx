import { useQuery } from '@tanstack/react-query';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { LazyInput } from '../editor/lazy-input.tsx';
import { libraryQuery } from '../queries.ts';
import { useTextChoices } from '../use-text-choices.ts';
import type { ChosenPopulation, useStartTrial } from './start-trial.ts';
import { UploadField } from './upload-field.tsx';

interface PopulationFormProps {
  readonly chosen: ChosenPopulation;
  readonly onChange: (next: ChosenPopulation) => void;
  readonly start: ReturnType<typeof useStartTrial>;
}

const KINDS = ['on-file', 'uploaded', 'synthetic'] as const;

/** Which firms, compared with which text, beside which others. */
export function PopulationForm({ chosen, onChange, start }: PopulationFormProps) {
  const m = useMessages(studioWorkMessages);
  const { may } = useDraftDesk();
  const mayTry = may('try');
  const { population } = chosen;
  const isReady = population.kind !== 'uploaded' || population.populationId !== '';
  return (
    <section className="rounded-2 border border-line bg-surface p-4">
      <h2 className="sr-only">{m.tryIt}</h2>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
        <fieldset>
          <legend className="text-small text-ink-2">{m.whichFirms}</legend>
          <div className="mt-1 flex flex-wrap gap-x-5">
            {KINDS.map((kind) => (
              <label key={kind} className="inline-flex min-h-9 items-center gap-2 text-small">
                <input
                  type="radio"
                  name="population"
                  className="accent-[var(--celadon)]"
                  checked={population.kind === kind}
                  onChange={() => onChange({ ...chosen, population: first(kind) })}
                />
                {m.populationKind[kind]}
              </label>
            ))}
          </div>
          <PopulationDetails chosen={chosen} onChange={onChange} />
        </fieldset>
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-64">
            <LazyInput
              id="trial-title"
              label={m.trialTitle}
              value={chosen.title ?? ''}
              onCommit={(title) => onChange({ ...chosen, title })}
            />
          </div>
          <Button
            size="dense"
            look="primary"
            busy={start.isPending}
            disabled={!isReady || !mayTry}
            onClick={() => start.mutate()}
          >
            {m.runTrial}
          </Button>
        </div>
      </div>
      <div className="mt-3">
        <Disclosure summary={m.moreTexts}>
          <TextChoices chosen={chosen} onChange={onChange} />
        </Disclosure>
      </div>
      {start.isError && (
        <div className="mt-3">
          <Notice tone="error">{start.error.message}</Notice>
        </div>
      )}
    </section>
  );
}

const first = (kind: (typeof KINDS)[number]): ChosenPopulation['population'] =>
  kind === 'on-file' ? { kind } : kind === 'synthetic' ? { kind, count: 10_000, seed: 1 } : { kind, populationId: '' };

type PartProps = Omit<PopulationFormProps, 'start'>;

function PopulationDetails({ chosen, onChange }: PartProps) {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const { population } = chosen;
  const parks = useQuery(libraryQuery).data?.parks ?? [];
  if (population.kind === 'uploaded')
    return (
      <UploadField
        populationId={population.populationId}
        onChoose={(populationId) => onChange({ ...chosen, population: { kind: 'uploaded', populationId } })}
      />
    );
  if (population.kind === 'synthetic')
    return (
      <div className="w-48">
        <LazyInput
          id="synthetic-count"
          label={m.howMany}
          hint={m.syntheticHint}
          value={String(population.count)}
          onCommit={(typed) => {
            const count = Number(typed.replace(/[,，\s]/g, ''));
            if (Number.isInteger(count) && count > 0 && count <= 1_000_000)
              onChange({ ...chosen, population: { ...population, count } });
          }}
        />
      </div>
    );
  if (parks.length < 2) return null;
  const picked = population.parks ?? [];
  return (
    <div className="flex flex-wrap gap-x-4 text-small">
      <span className="min-h-8 content-center text-ink-3">{m.onlyParks}</span>
      {parks.map((park) => (
        <label key={park.id} className="inline-flex min-h-8 items-center gap-1.5">
          <input
            type="checkbox"
            className="accent-[var(--celadon)]"
            checked={picked.includes(park.id)}
            onChange={(event) => {
              const next = event.target.checked ? [...picked, park.id] : picked.filter((each) => each !== park.id);
              onChange({
                ...chosen,
                population: next.length === 0 ? { kind: 'on-file' } : { kind: 'on-file', parks: next },
              });
            }}
          />
          {text(park.label)}
        </label>
      ))}
    </div>
  );
}

function TextChoices({ chosen, onChange }: PartProps) {
  const m = useMessages(studioWorkMessages);
  const { draft } = useDraftDesk();
  const choices = useTextChoices(draft.policyId).filter(({ ref }) => ref !== `draft:${draft.id}`);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div>
        <label htmlFor="against" className="block text-small">
          {m.against}
        </label>
        <select
          id="against"
          className="control max-w-md"
          value={chosen.against ?? ''}
          onChange={(event) => {
            const { against: _, ...rest } = chosen;
            onChange(event.target.value === '' ? rest : { ...rest, against: event.target.value });
          }}
        >
          <option value="">{m.theBase}</option>
          {choices.map(({ ref, name }) => (
            <option key={ref} value={ref}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend className="text-small">{m.beside}</legend>
        {choices.map(({ ref, name }) => (
          <label key={ref} className="flex min-h-8 items-center gap-2 text-small">
            <input
              type="checkbox"
              className="accent-[var(--celadon)]"
              checked={chosen.beside.includes(ref)}
              disabled={!chosen.beside.includes(ref) && chosen.beside.length >= 4}
              onChange={(event) =>
                onChange({
                  ...chosen,
                  beside: event.target.checked ? [...chosen.beside, ref] : chosen.beside.filter((x) => x !== ref),
                })
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
