import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { isJson } from '../model/shape-of.ts';
import { documentOps } from './document-ops.ts';
import { useDraftDesk } from './use-draft.tsx';

/** The text as JSON, for those who know the format; problems are told by the checks, all at once. */
export default function JsonTab() {
  const m = useMessages(studioMessages);
  const { view } = useDraftDesk();
  return <JsonEditor key={view.epoch} title={m.jsonLead} />;
}

/** Where the browser stumbled, in the words of the page; its own words where it does not say. */
function placeIn(error: unknown, words: (line: string, column: string) => string): string {
  const said = error instanceof Error ? error.message : String(error);
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  return line && column ? words(line, column) : said;
}

function JsonEditor({ title }: { readonly title: string }) {
  const m = useMessages(studioMessages);
  const { show } = useAnnouncer();
  const { view, edit, mayEdit } = useDraftDesk();
  const [typed, setTyped] = useState(() => JSON.stringify(view.document, undefined, 2));
  const [problem, setProblem] = useState<string>();
  const apply = (): void => {
    try {
      const next: unknown = JSON.parse(typed);
      if (!isJson(next)) throw new Error(m.notObject);
      const ops = documentOps(view.document, next);
      edit(ops, m.summary.json);
      setProblem(undefined);
      show(ops.length === 0 ? m.nothingChanged : m.jsonApplied(ops.length));
    } catch (error) {
      setProblem(placeIn(error, m.notJsonAt));
    }
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-small text-ink-2">{title}</p>
        {mayEdit && (
          <div className="flex gap-2">
            <Button size="dense" onClick={() => setTyped(JSON.stringify(view.document, undefined, 2))}>
              {m.jsonReset}
            </Button>
            <Button size="dense" look="primary" onClick={apply}>
              {m.jsonApply}
            </Button>
          </div>
        )}
      </div>
      {problem && (
        <Notice tone="error" title={m.notJson(problem)}>
          {null}
        </Notice>
      )}
      <label className="sr-only" htmlFor="json">
        JSON
      </label>
      <textarea
        id="json"
        spellCheck={false}
        readOnly={!mayEdit}
        className="control min-h-[70vh] py-2 font-mono text-caption leading-snug"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
