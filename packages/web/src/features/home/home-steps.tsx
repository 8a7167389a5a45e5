import { homeMessages } from '../../messages/home-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

/** How the self-check goes, in three steps. */
export function HomeSteps() {
  const m = useMessages(homeMessages);
  return (
    <section aria-labelledby="how" className="page-width py-[var(--space-section)]">
      <h2 id="how" className="sr-only">
        {m.howTitle}
      </h2>
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-3">
        {m.how.map((step, i) => (
          <li key={step.title}>
            <p aria-hidden="true" className="text-figure leading-none font-semibold text-celadon">
              {i + 1}
            </p>
            <h3 className="mt-3 text-h3">{step.title}</h3>
            <p className="mt-1 text-ink-2">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
