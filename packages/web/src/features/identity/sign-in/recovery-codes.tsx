import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';

/** The recovery codes, shown once: to be printed or saved. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const m = useMessages(identityMessages);
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }));
    link.download = `${m.codesFile}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <ul className="mt-3 grid max-w-sm grid-cols-2 gap-x-6 gap-y-1 rounded-2 border border-line bg-sunken p-4 font-mono text-body">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-3 print:hidden">
        <Button size="dense" onClick={save}>
          {m.download}
        </Button>
        <Button size="dense" onClick={() => window.print()}>
          {m.print}
        </Button>
      </div>
    </>
  );
}
