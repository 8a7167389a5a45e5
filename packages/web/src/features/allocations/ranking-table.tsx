import type { RankedClaim, Ranking } from '@tidu/api/allocations/contract';
import { Fragment, useRef } from 'react';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';
import { useOverflow } from '../../shared/ui/use-overflow.ts';

const CELL = 'h-9 px-3 py-1 align-middle';
const RIGHT = `${CELL} text-right tabular-nums whitespace-nowrap`;

/** Claims in their order with the line drawn where the money ends; a figure beside every mark of it. */
export function RankingTable({ ranking }: { readonly ranking: Ranking }) {
  const m = useMessages(allocationsMessages);
  const text = useText();
  const keys = ranking.order.filter(({ by }) => by !== 'submittedAt');
  const lines = [ranking.outcome, ...ranking.subs];
  const isAgain = ranking.claims.some(({ before }) => before !== undefined);
  const columns = keys.length + (isAgain ? 9 : 8);
  const box = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(box);
  return (
    <div
      ref={box}
      {...(overflows && { role: 'group', 'aria-label': m.table, tabIndex: 0 })}
      className="overflow-x-auto rounded-2 border border-line bg-surface"
    >
      <table className="w-full border-collapse text-small">
        <caption className="sr-only">{m.table}</caption>
        <thead>
          <tr className="border-b border-line-strong text-ink-2">
            <Head right>{m.place}</Head>
            <Head>{m.firm}</Head>
            {keys.map(({ by, label }) => (
              <Head key={by} right>
                {text(label)}
              </Head>
            ))}
            <Head right>{m.want}</Head>
            {isAgain && <Head right>{m.before}</Head>}
            <Head right>{m.got}</Head>
            <Head right>{m.gap}</Head>
            <Head right>{m.minus(ranking.points)}</Head>
            <Head right>{m.plus(ranking.points)}</Head>
            <Head>{m.why}</Head>
          </tr>
        </thead>
        <tbody>
          {ranking.claims.map((claim) => {
            const line = lines.find(({ cutoff }) => cutoff?.at === claim.applicationId);
            return (
              <Fragment key={claim.applicationId}>
                {line && claim.got === '0' && <CutoffLine line={line} columns={columns} />}
                <ClaimRow claim={claim} keys={keys} isAgain={isAgain} />
                {line && claim.got !== '0' && <CutoffLine line={line} columns={columns} />}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head({ right, children }: { readonly right?: boolean; readonly children: React.ReactNode }) {
  return (
    <th scope="col" className={`${CELL} font-medium whitespace-nowrap ${right ? 'text-right' : 'text-left'}`}>
      {children}
    </th>
  );
}

function CutoffLine({ line, columns }: { readonly line: Ranking['outcome']; readonly columns: number }) {
  const m = useMessages(allocationsMessages);
  const format = useFormat();
  return (
    <tr>
      <td
        colSpan={columns}
        className="border-t-2 border-b border-t-seal border-b-line bg-seal-soft px-3 py-1 text-caption"
      >
        <strong className="text-seal">{m.cutoff}</strong>
        <span className="ml-3">{m.cutoffText(format.money(line.paid), format.money(line.left))}</span>
      </td>
    </tr>
  );
}

interface ClaimRowProps {
  readonly claim: RankedClaim;
  readonly keys: Ranking['order'];
  readonly isAgain: boolean;
}

function ClaimRow({ claim, keys, isAgain }: ClaimRowProps) {
  const m = useMessages(allocationsMessages);
  const text = useText();
  const format = useFormat();
  const isFunded = claim.got !== '0';
  const standing = (each: RankedClaim['plus']) => {
    if (!each) return m.never;
    const isSame = each.got === claim.got && each.place === claim.place;
    return <span className={isSame ? 'text-ink-3' : ''}>{m.change(each.place, format.money(each.got))}</span>;
  };
  return (
    <tr className={`border-b border-line last:border-0 hover:bg-celadon-wash ${isFunded ? '' : 'text-ink-2'}`}>
      <td className={RIGHT}>
        {claim.place}
        {claim.isTied && <span className="ml-1 text-caption text-amber">{m.tied}</span>}
      </td>
      <th scope="row" className={`${CELL} min-w-52 text-left font-normal`}>
        <Link to="/desk/cases/$id" params={{ id: claim.applicationId }}>
          {claim.firmName}
        </Link>
        <span className="block text-caption text-ink-3">{claim.projectName}</span>
      </th>
      {keys.map(({ by, unit }) => (
        <td key={by} className={RIGHT}>
          {claim.keys[by] === undefined ? m.never : format.measured(claim.keys[by], unit === 'points' ? 'none' : unit)}
        </td>
      ))}
      <td className={RIGHT}>{format.money(claim.want)}</td>
      {isAgain && <td className={RIGHT}>{claim.before === undefined ? m.never : format.money(claim.before)}</td>}
      <td className={`${RIGHT} ${isFunded ? 'font-semibold text-celadon' : ''}`}>{format.money(claim.got)}</td>
      <td className={RIGHT}>{gapWords(claim, m)}</td>
      <td className={RIGHT}>{standing(claim.minus)}</td>
      <td className={RIGHT}>{standing(claim.plus)}</td>
      <td className={`${CELL} min-w-56 text-caption text-ink-2`}>{text(claim.words)}</td>
    </tr>
  );
}

function gapWords(
  { missesBy, spares }: RankedClaim,
  m: { misses: (n: string) => string; spares: (n: string) => string; safe: string; never: string },
): string {
  if (missesBy === undefined) return m.never;
  if (missesBy !== '0') return m.misses(missesBy);
  return spares === undefined ? m.safe : m.spares(spares);
}
