import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Department } from '@tidu/api/identity/people/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { type Column, DataTable } from '../../../shared/ui/table.tsx';
import { departmentsQuery } from '../queries.ts';
import { DepartmentDialog } from './department-dialog.tsx';
import type { Permits } from './use-permits.ts';

export function DepartmentsPanel({ permits }: { readonly permits: Permits }) {
  const m = useMessages(identityMessages);
  const client = useQueryClient();
  const { data, isPending } = useQuery(departmentsQuery);
  const [edited, setEdited] = useState<Department | 'new'>();
  const remove = useMutation({
    mutationFn: (id: string) => sendJson('DELETE', `/api/v1/departments/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: departmentsQuery.queryKey }),
  });
  const columns: Column<Department>[] = [
    { id: 'label', head: m.label, rowHead: true, cell: ({ label }) => label },
    { id: 'labelEn', head: m.labelEn, cell: ({ labelEn }) => labelEn, wideOnly: true },
    { id: 'position', head: m.position, align: 'right', cell: ({ position }) => position },
  ];
  const actions: Column<Department> = {
    id: 'actions',
    head: m.actions,
    cell: (department) => (
      <span className="flex gap-4">
        <button
          type="button"
          className="text-celadon underline underline-offset-4"
          onClick={() => setEdited(department)}
        >
          {m.change}
        </button>
        <button
          type="button"
          className="text-celadon underline underline-offset-4"
          onClick={() => remove.mutate(department.id)}
        >
          {m.remove}
        </button>
      </span>
    ),
  };
  return (
    <div className="max-w-3xl space-y-4">
      {isPending && <Skeleton lines={6} />}
      {remove.error && <Notice tone="error">{remove.error.message}</Notice>}
      {data && (
        <DataTable
          caption={m.tabDepartments}
          hideCaption
          dense
          columns={permits.departments ? [...columns, actions] : columns}
          rows={data.departments}
          rowId={({ id }) => id}
        />
      )}
      {permits.departments && <Button onClick={() => setEdited('new')}>{m.addDepartment}</Button>}
      {edited && <DepartmentDialog department={edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}
