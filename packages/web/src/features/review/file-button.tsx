import { linkClass } from '../../shared/ui/link.tsx';
import { useCase } from './case-context.tsx';
import type { ShownFile } from './case-file.tsx';

/** A file by its name; opens in the page. Each look is recorded by the server. */
export function FileButton({ file }: { readonly file: ShownFile }) {
  const { openFile } = useCase();
  return (
    <button type="button" className={`${linkClass} min-h-6 text-left break-all`} onClick={() => openFile(file)}>
      {file.name}
    </button>
  );
}
