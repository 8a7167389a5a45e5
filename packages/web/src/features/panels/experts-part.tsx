import { useQuery } from '@tanstack/react-query';
import type { Panel } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { expertListQuery, panelPath, usePanelChange } from './queries.ts';

type Expert = Panel['experts'][number];

/** The experts and how far each is; their keepers assign and, before anything is handed in, remove them. */
export function ExpertsPart({ panel }: { readonly panel: Panel }) {
  const m = useMessages(panelsMessages);
  const [assigning, setAssigning] = useState(false);
  const remove = usePanelChange();
  const columns: readonly Column<Expert>[] = [
    {
      id: 'name',
      head: m.expert,
      rowHead: true,
      cell: ({ name, isChair }) => (
        <>
          {name}
          {isChair && <span className="ml-2 text-caption text-celadon">{m.chair}</span>}
        </>
      ),
    },
    { id: 'employer', head: m.employer, wideOnly: true, cell: ({ employer }) => employer ?? '—' },
    { id: 'conflicts', head: m.conflicts, align: 'right', cell: ({ conflicts }) => conflicts },
    { id: 'done', head: m.handedIn, align: 'right', cell: ({ handedIn, toScore }) => `${handedIn} / ${toScore}` },
  ];
  const withRemove: readonly Column<Expert>[] = [
    ...columns,
    {
      id: 'remove',
      head: '',
      align: 'right',
      cell: ({ userId, handedIn, name }) =>
        handedIn === 0 && (
          <Button
            size="dense"
            look="quiet"
            aria-label={`${m.remove} ${name}`}
            onClick={() => remove.mutate({ path: `${panelPath(panel.id)}/experts/${userId}`, method: 'DELETE' })}
          >
            {m.remove}
          </Button>
        ),
    },
  ];
  return (
    <section aria-labelledby="experts-title" className="space-y-3">
      <h2 id="experts-title" className="text-h2">
        {m.expertList}
      </h2>
      {remove.error && <Notice tone="error">{remove.error.message}</Notice>}
      <DataTable
        dense
        hideCaption
        caption={m.expertList}
        columns={panel.mayManage ? withRemove : columns}
        rows={panel.experts}
        rowId={({ userId }) => userId}
      />
      {panel.mayManage && <Button onClick={() => setAssigning(true)}>{m.assign}</Button>}
      {assigning && <AssignDialog panel={panel} onClose={() => setAssigning(false)} />}
    </section>
  );
}

function AssignDialog({ panel, onClose }: { readonly panel: Panel; readonly onClose: () => void }) {
  const m = useMessages(panelsMessages);
  const { data } = useQuery(expertListQuery);
  const [userId, setUser] = useState<string>();
  const [isChair, setChair] = useState(panel.experts.every((each) => !each.isChair));
  const [employer, setEmployer] = useState('');
  const [employerCode, setCode] = useState('');
  const assign = usePanelChange(onClose);
  const known = new Set(panel.experts.map((each) => each.userId));
  const free = data?.experts.filter((each) => !known.has(each.userId)) ?? [];
  const choose = (id: string | undefined): void => {
    const found = free.find((each) => each.userId === id);
    setUser(id);
    setEmployer(found?.employer ?? '');
    setCode(found?.employerCode ?? '');
  };
  const work = employer.trim() === '' ? {} : { employer, ...(employerCode.trim() === '' ? {} : { employerCode }) };
  return (
    <ActDialog
      title={m.assignTitle}
      action={m.assignDo}
      busy={assign.isPending}
      error={assign.error}
      isReady={userId !== undefined}
      onConfirm={() => assign.mutate({ path: `${panelPath(panel.id)}/experts`, body: { userId, isChair, ...work } })}
      onClose={onClose}
    >
      <Select
        id="userId"
        label={m.expert}
        value={userId}
        onChange={choose}
        options={free.map(({ userId: value, name, employer: at }) => ({
          value,
          label: at ? `${name}（${at}）` : name,
        }))}
        error={saidOf(assign.error, 'userId')}
      />
      <TextInput
        id="employer"
        label={m.employer}
        hint={m.employerHint}
        optional
        value={employer}
        onChange={setEmployer}
      />
      <TextInput
        id="employerCode"
        label={m.employerCode}
        optional
        value={employerCode}
        onChange={setCode}
        maxLength={18}
      />
      <Checkbox id="isChair" label={m.isChair} checked={isChair} onChange={setChair} />
    </ActDialog>
  );
}
