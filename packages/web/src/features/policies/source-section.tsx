import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ExternalLink } from '../../shared/ui/link.tsx';
import { citedDocuments } from './citations.ts';
import { usePolicyWords } from './policy-words.tsx';

export function SourceSection({ hash }: { readonly hash: string }) {
  const { doc, m } = usePolicyWords();
  const ui = useMessages(uiMessages);
  return (
    <section id="sources" aria-labelledby="sources-title" className="border-t border-line pt-8">
      <h2 id="sources-title" className="text-h2">
        {m.sources}
      </h2>
      <p className="mt-1 text-ink-2">{m.sourcesLead}</p>
      <ul className="mt-5 space-y-3">
        {citedDocuments(doc).map((each) => (
          <li
            key={each.doc}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line pb-3"
          >
            <span className="min-w-0">
              {each.url ? <ExternalLink href={each.url}>{each.doc}</ExternalLink> : each.doc}
            </span>
            <span className="text-small text-ink-2">
              {m.uses(each.count)} · {[...each.bases].map((basis) => ui.basis[basis]).join(' / ')}
            </span>
          </li>
        ))}
      </ul>
      {hash && (
        <p className="mt-5 text-small break-all text-ink-2">
          {m.fingerprint}
          <code className="font-mono">{hash}</code>
        </p>
      )}
    </section>
  );
}
