import { useState } from 'react';
import { Button, type ButtonLook } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink, ExternalLink, Link } from '../../shared/ui/link.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { Sample } from './sample.tsx';

const LOOKS: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger'];

/** What acts and what tells. */
export function OverlaySamples() {
  const [isOpen, setIsOpen] = useState(false);
  const [tab, setTab] = useState('a');
  const { show } = useAnnouncer();
  return (
    <>
      <Sample name="Button · Link">
        <div className="space-y-4">
          {LOOKS.map((look) => (
            <div key={look} className="flex flex-wrap items-center gap-3">
              <Button look={look} size="large">
                开始自测
              </Button>
              <Button look={look}>保存</Button>
              <Button look={look} size="dense">
                紧凑
              </Button>
              <Button look={look} busy>
                正在保存
              </Button>
              <Button look={look} disabled>
                不可用
              </Button>
            </div>
          ))}
          <p className="flex flex-wrap items-center gap-4">
            <Link to="/policies">政策解读</Link>
            <ExternalLink href="https://www.most.gov.cn/">科技部</ExternalLink>
            <ButtonLink to="/policies">看政策</ButtonLink>
          </p>
        </div>
      </Sample>
      <Sample name="Notice">
        <div className="grid max-w-prose gap-3">
          <Notice title="说明">填的数只留在本机。</Notice>
          <Notice tone="open" title="还有 3 项没填">
            填了这几项，结果就能定下来。
          </Notice>
          <Notice tone="good" title="已存在本机" />
          <Notice tone="error" title="没有读到政策">
            请检查网络，再试一次。
          </Notice>
        </div>
      </Sample>
      <Sample name="Tabs · Disclosure">
        <Tabs
          label="示例"
          current={tab}
          onChange={setTab}
          tabs={[
            { id: 'a', label: '梯队', panel: '第一页' },
            { id: 'b', label: '资金池', panel: '第二页' },
          ]}
        />
        <div className="mt-6">
          <Disclosure summary="这个数在哪里找？">利润表第一行。</Disclosure>
        </div>
      </Sample>
      <Sample name="Dialog · Toast">
        <div className="flex gap-3">
          <Button onClick={() => setIsOpen(true)}>打开对话框</Button>
          <Button onClick={() => show('已存在本机')}>提示</Button>
        </div>
        <Dialog
          open={isOpen}
          onClose={() => setIsOpen(false)}
          title="清空已填内容？"
          actions={
            <>
              <Button onClick={() => setIsOpen(false)}>不清空</Button>
              <Button look="danger" onClick={() => setIsOpen(false)}>
                清空
              </Button>
            </>
          }
        >
          <p>清空后不能恢复。</p>
        </Dialog>
      </Sample>
      <Sample name="EmptyState · Skeleton">
        <div className="grid gap-6 md:grid-cols-2">
          <EmptyState title="还没有存下的自测" action={<ButtonLink to="/self-check">开始自测</ButtonLink>}>
            存在本机的自测会列在这里。
          </EmptyState>
          <Skeleton lines={5} />
        </div>
      </Sample>
    </>
  );
}
