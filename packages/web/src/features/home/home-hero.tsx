import type { PolicyDoc } from '@tidu/rules';
import { homeMessages } from '../../messages/home-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { FlagIcon, LockIcon } from '../../shared/ui/icons.tsx';
import { LadderPicture, type Rung } from '../../shared/ui/ladder-picture.tsx';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';

const WAITING: readonly Rung[] = [0, 1, 2, 3].map((i) => ({ id: String(i), state: 'plain', label: ' ' }));

function WhereAmI() {
  const m = useMessages(homeMessages);
  return (
    <span
      aria-hidden="true"
      className="inline-flex items-center gap-1 rounded-full border border-dashed border-amber bg-amber-soft px-3 py-0.5 text-caption font-medium"
    >
      <FlagIcon />
      {m.whereAmI}
    </span>
  );
}

/** What Tidu does, the one thing to do next, and the ladder it is about. */
export function HomeHero({ ladder }: { readonly ladder: PolicyDoc | undefined }) {
  const m = useMessages(homeMessages);
  const text = useText();
  const rungs = ladder?.tiers.map(
    (tier, i): Rung => ({
      id: tier.id,
      state: 'plain',
      // The question the page answers, pinned to the ladder: a picture, the button above says it in words.
      ...(i === ladder.tiers.length - 2 ? { gap: <WhereAmI /> } : {}),
      label: (
        <Link
          to="/policies/$policyId/$inForceFrom"
          params={{ policyId: ladder.id, inForceFrom: ladder.inForce.from }}
          hash={`tier-${tier.id}`}
          className="text-ink no-underline hover:text-celadon hover:underline hover:underline-offset-4"
        >
          {text(tier.label)}
        </Link>
      ),
      note: (
        <>
          {m.gates(tier.gates.length)}
          <br />
          {m.routes(tier.routes.length)}
        </>
      ),
    }),
  );
  // Four rungs leave the left half low enough for the text to stand beside the upper ones.
  const risesBeside = (rungs ?? WAITING).length > 3;
  return (
    <section className="page-width pt-12 sm:pt-20">
      <div className="max-w-3xl">
        <h1 tabIndex={-1} className="text-display tracking-tight">
          {m.headline.map((phrase) => (
            <span key={phrase} className="inline-block pr-[0.25em]">
              {phrase}
            </span>
          ))}
        </h1>
        <p className="mt-5 max-w-prose text-lead text-ink-2">{m.lead}</p>
        <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
          <ButtonLink to="/self-check" look="primary" size="large">
            {m.start}
          </ButtonLink>
          <Link to="/policies">{m.readPolicies}</Link>
        </div>
        <p className="mt-5 flex max-w-md items-start gap-2 text-small text-ink-2">
          <LockIcon className="mt-1 size-4 text-celadon" />
          {m.privacy}
        </p>
      </div>
      <div className={`mt-10 ${risesBeside ? 'xl:-mt-16' : ''}`} aria-busy={ladder === undefined}>
        <LadderPicture rungs={rungs ?? WAITING} {...(ladder ? { label: m.ladderOf(text(ladder.label)) } : {})} />
      </div>
    </section>
  );
}
