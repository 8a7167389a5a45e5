import type { Material } from '@tidu/api/schemes/contract';
import type { PolicyDoc } from '@tidu/rules';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';

interface GuideMaterialsProps {
  readonly materials: readonly Material[];
  /** For the names of the facts that call for a material. */
  readonly policy: PolicyDoc | undefined;
}

/** What to hand in with the application, and what may follow. */
export function GuideMaterials({ materials, policy }: GuideMaterialsProps) {
  const m = useMessages(schemesMessages);
  return (
    <div className="mt-5 grid gap-x-12 gap-y-8 md:grid-cols-2">
      {(['main', 'late'] as const).map((kind) => {
        const ofKind = materials.filter((each) => each.kind === kind);
        return ofKind.length === 0 ? null : (
          <section key={kind}>
            <h3 className="text-h3">{m[kind]}</h3>
            <ul className="mt-3 space-y-4 border-t border-line pt-4">
              {ofKind.map((each) => (
                <MaterialLine key={each.id} material={each} policy={policy} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function MaterialLine({ material, policy }: { readonly material: Material; readonly policy: PolicyDoc | undefined }) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const { label, hint, required, whenFact } = material;
  const fact = policy?.facts.find(({ id }) => id === whenFact);
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{text(label)}</span>
        <span className="text-small text-ink-2">{required ? m.required : m.optional}</span>
      </p>
      {hint && <p className="text-small text-ink-2">{text(hint)}</p>}
      {fact && <p className="text-small text-ink-2">{m.when(text(fact.label))}</p>}
    </li>
  );
}
