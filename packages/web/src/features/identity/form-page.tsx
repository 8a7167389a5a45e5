import type { ReactNode } from 'react';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import type { Submitting } from './use-submit.ts';

interface FormPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly form: Submitting;
  readonly submit: string;
  readonly children: ReactNode;
  /** Above the form: what just happened. */
  readonly notice?: ReactNode;
  /** Below the button: other ways. */
  readonly also?: ReactNode;
}

/** A page with one short form: title, errors, fields, one button, other ways. */
export function FormPage({ title, lead, form, submit, children, notice, also }: FormPageProps) {
  return (
    <div className="page-width pb-16">
      <PageHeader title={title} lead={lead} />
      <div className="max-w-md">
        {notice && <div className="mb-6">{notice}</div>}
        <form noValidate onSubmit={form.onSubmit} className="space-y-6">
          <ErrorSummary problems={form.problems} />
          {children}
          <Button type="submit" look="primary" busy={form.busy} className="w-full sm:w-auto">
            {submit}
          </Button>
        </form>
        {also && <div className="mt-8 border-t border-line pt-6">{also}</div>}
      </div>
    </div>
  );
}
