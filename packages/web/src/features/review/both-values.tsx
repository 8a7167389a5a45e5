import type { ExplainNode } from '@tidu/rules';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { useCase } from './case-context.tsx';
import { FileButton } from './file-button.tsx';

interface BothValuesProps {
  readonly node: ExplainNode;
  readonly computed: ExplainNode;
}

/** What was computed and what a person decided, side by side, with who, when, why and on what. */
export function BothValues({ node, computed }: BothValuesProps) {
  const m = useMessages(reviewMessages);
  const instant = useInstant();
  const { view } = useCase();
  const override = view.overrides.find(({ path, endedAt }) => endedAt === null && path === node.path);
  if (!override) return null;
  return (
    <section
      aria-label={m.byPerson}
      className="mt-3 rounded-2 border-l-4 border-amber-glaze bg-amber-soft p-3 text-small"
    >
      <dl className="grid grid-cols-2 gap-3">
        <div className="text-ink-2">
          <dt className="text-caption">{m.bySystem}</dt>
          <dd>
            <Value node={computed} />
          </dd>
        </div>
        <div>
          <dt className="text-caption">{`${m.byPerson} · ${m.counts}`}</dt>
          <dd className="font-semibold">
            <Value node={node} />
          </dd>
        </div>
      </dl>
      <p className="mt-2">{override.reason}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-caption text-ink-2">
        <span>{`${override.madeByName} ${instant(override.madeAt)}`}</span>
        {override.evidence.map((file) => (
          <FileButton key={file.id} file={file} />
        ))}
      </p>
    </section>
  );
}

function Value({ node }: { readonly node: ExplainNode }) {
  const m = useMessages(reviewMessages);
  const format = useFormat();
  if (node.points) return m.points(format.range(node.points, 'none'));
  return node.verdict ? <VerdictBadge verdict={node.verdict} veto={node.kind === 'veto'} /> : '—';
}
