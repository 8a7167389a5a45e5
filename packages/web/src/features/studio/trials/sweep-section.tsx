import { useQuery } from '@tanstack/react-query';
import type { PopulationRef, StartTrial, SweepResult } from '@tidu/api/studio/trials/contract';
import { useMemo, useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { readExact } from '../../../shared/format/exact.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { useKindWords } from '../editor/kind-words.ts';
import { clausesOf } from '../figures/clauses.ts';
import { figureWord } from '../figures/figure-word.ts';
import { type Figure, type FigureLine, figureLines } from '../model/figures.ts';
import { setOps } from '../model/json-path.ts';
import { draftPath } from '../queries.ts';
import { SweepChart } from './sweep-chart.tsx';
import { SweepMoney } from './sweep-money.tsx';
import { useSum } from './use-sum.ts';

/** The same number, however it is written. */
function isSame(a: string, b: string): boolean {
  const [x, y] = [readExact(a), readExact(b)];
  return !!x && !!y && x.n * y.d === y.n * x.d;
}

/** The name of a rule that is a whole sentence would fill the list. */
const LONGEST = 30;
const clip = (name: string): string => ([...name].length > LONGEST ? `${[...name].slice(0, LONGEST).join('')}…` : name);

interface SweepSectionProps {
  readonly population: PopulationRef;
  readonly dates: StartTrial['dates'];
}

/** One figure as a slider: how many firms hold a tier, and what it costs, at every position. */
export function SweepSection({ population, dates }: SweepSectionProps) {
  const m = useMessages(studioWorkMessages);
  const { locale } = useLocale();
  const { doc } = useDraftDesk();
  const words = useKindWords();
  const [path, setPath] = useState('');
  const text = useText();
  const choices = useMemo(() => {
    const rowName = (line: FigureLine, row: number, isRow: boolean): readonly string[] =>
      isRow ? [clip(text(line.rowLabel) || m.rowOf(row + 1))] : [];
    const clauses = clausesOf(doc, figureLines(doc), locale).filter(({ group }) => group !== 'facts');
    return clauses.flatMap((clause) =>
      clause.lines.flatMap((line, row) =>
        line.figures.map((figure) => ({
          figure,
          name: [
            ...clause.names.map((name) => clip(name)),
            ...rowName(line, row, clause.lines.length > 1 && line.path !== figure.path),
            figureWord(words, figure, line),
          ].join(' · '),
        })),
      ),
    );
  }, [doc, locale, words, m, text]);
  const format = useFormat();
  const chosen = choices.find(({ figure }) => figure.path === path);
  return (
    <section className="rounded-2 border border-line bg-surface p-4">
      <h2 className="text-h3">{m.slider}</h2>
      <p className="mb-3 text-small text-ink-2">{m.sliderLead}</p>
      <label htmlFor="sweep-figure" className="mb-1 block text-small text-ink-2">
        {m.whichFigure}
      </label>
      <select
        id="sweep-figure"
        className="control max-w-2xl"
        value={path}
        onChange={(event) => setPath(event.target.value)}
      >
        <option value="">{m.chooseFigure}</option>
        {choices.map(({ figure, name }) => (
          <option key={figure.path} value={figure.path}>
            {`${name}（${format.measured(String(figure.value), figure.unit)}）`}
          </option>
        ))}
      </select>
      {chosen && <Slider key={path} figure={chosen.figure} name={chosen.name} population={population} dates={dates} />}
    </section>
  );
}

interface SliderProps extends SweepSectionProps {
  readonly figure: Figure;
  readonly name: string;
}

function Slider({ figure, name, population, dates }: SliderProps) {
  const m = useMessages(studioWorkMessages);
  const format = useFormat();
  const sum = useSum();
  const { draft, doc, keeper, edit, mayEdit, view } = useDraftDesk();
  const sweep = useQuery({
    queryKey: ['studio', 'sweep', draft.id, view.hash, figure.path, JSON.stringify(population), JSON.stringify(dates)],
    queryFn: async () => {
      await keeper.flush();
      return sendJson<SweepResult>('POST', `${draftPath(draft.id)}/sweeps`, {
        path: figure.path,
        population,
        steps: 41,
        ...(dates ? { dates } : {}),
      });
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: population.kind !== 'uploaded' || population.populationId !== '',
  });
  const points = sweep.data?.points ?? [];
  const own = points.findIndex(({ value }) => isSame(value, String(figure.value)));
  const [moved, setMoved] = useState<number>();
  const at = Math.min(moved ?? (own >= 0 ? own : Math.floor(points.length / 2)), Math.max(0, points.length - 1));
  const point = points[at];
  if (sweep.isPending) return <Skeleton className="mt-4" lines={4} />;
  if (sweep.isError)
    return (
      <div className="mt-4">
        <Notice tone="error">{sweep.error.message}</Notice>
      </div>
    );
  if (!point) return <p className="mt-4 text-ink-2">{m.nothingMoves}</p>;
  const said = format.measured(point.value, figure.unit);
  const isOwn = isSame(point.value, String(figure.value));
  return (
    <div className="mt-4 space-y-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="min-w-60 flex-1">
          <label htmlFor="sweep-slider" className="sr-only">
            {name}
          </label>
          <input
            id="sweep-slider"
            type="range"
            min={0}
            max={points.length - 1}
            value={at}
            aria-valuetext={said}
            className="w-full accent-[var(--celadon)]"
            onChange={(event) => setMoved(Number(event.target.value))}
          />
        </div>
        <p className="text-h3 font-semibold" aria-live="polite">
          {said}
        </p>
        {mayEdit && !isOwn && (
          <Button
            size="dense"
            onClick={() =>
              edit(setOps(doc, figure.path, figure.isWhole ? Number(point.value) : point.value), m.summaryFigure(name))
            }
          >
            {m.useThis}
          </Button>
        )}
      </div>
      <p className="text-small text-ink-2">
        {doc.tiers.length > 0
          ? m.atThis(point.pass.toLocaleString(), sum.range(point.total))
          : m.moneyAt(sum.range(point.total))}
        {sweep.data?.mode === 'evaluated' && ` · ${m.evaluated}`}
      </p>
      <SweepMoney
        points={points}
        at={at}
        following={sweep.data.following}
        pays={doc.awards.length > 0}
        labels={sweep.data.labels}
      />
      <SweepChart
        withFirms={doc.tiers.length > 0}
        points={points}
        at={at}
        unit={figure.unit}
        own={own}
        onMove={setMoved}
      />
    </div>
  );
}
