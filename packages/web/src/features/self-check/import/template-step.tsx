import type { SheetColumn } from '@tidu/rules';
import { useState } from 'react';
import { selfCheckImportMessages } from '../../../messages/self-check-import-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { saveFile } from '../model/save-file.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The template for the policies in force; the workbook writer is loaded when it is asked for. */
export function TemplateStep({ columns }: { readonly columns: readonly SheetColumn[] }) {
  const m = useMessages(selfCheckImportMessages);
  const { locale } = useLocale();
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const { makeTemplate } = await import('./make-template.ts');
    const names = { fill: m.sheetFill, guide: m.sheetGuide, yes: m.yes, no: m.no, unknown: m.unknown };
    const bytes = await makeTemplate(columns, locale, names);
    saveFile(m.templateFile, bytes as Uint8Array<ArrayBuffer>, XLSX);
    setBusy(false);
  };
  return (
    <section>
      <h2 className="text-h3">1. {m.stepTemplate}</h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2">{m.templateText}</p>
      <Button busy={busy} onClick={() => void download()}>
        {m.template}
      </Button>
    </section>
  );
}
