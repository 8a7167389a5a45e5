import type { Cite } from '@tidu/rules';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { LadderPicture, type Rung } from '../../shared/ui/ladder-picture.tsx';
import { Meter } from '../../shared/ui/meter.tsx';
import { MoneyRange } from '../../shared/ui/money-range.tsx';
import { ScoreBar } from '../../shared/ui/score-bar.tsx';
import { DataTable } from '../../shared/ui/table.tsx';
import { type ShownVerdict, VerdictBadge } from '../../shared/ui/verdict-badge.tsx';
import { Sample } from './sample.tsx';

const VERDICTS: readonly ShownVerdict[] = ['yes', 'no', 'undetermined', 'judgement', 'notApplicable', 'nearMiss'];

const OFFICIAL: Cite = {
  doc: '《科技型中小企业评价办法》',
  clause: '第七条第一项',
  quote: '科技人员指标（满分20分）',
  url: 'https://www.most.gov.cn/',
  basis: 'official',
};
const DERIVED: Cite = {
  doc: '工作指引',
  clause: '三',
  basis: 'derived',
  why: { 'zh-CN': '由两年数据推算。', en: 'Worked out from two years.' },
};
const ASSUMED: Cite = {
  doc: '相邻园区公开政策',
  basis: 'assumed',
  why: {
    'zh-CN': '细则没有公开，暂用相邻园区的标准。',
    en: 'The rules are not public; a neighbouring standard stands in.',
  },
};

const LADDER: readonly Rung[] = [
  { id: 'a', label: '初创示范企业', state: 'reached', note: '2 条路径' },
  { id: 'b', label: '瞪羚企业', state: 'here', note: '路径 A：收入与增长' },
  { id: 'c', label: '准独角兽企业', state: 'next', gap: '还差：估值 2 亿元' },
  { id: 'd', label: '独角兽企业', state: 'beyond' },
];
const OPEN_LADDER: readonly Rung[] = [
  { id: 'a', label: '初创示范企业', state: 'here' },
  { id: 'b', label: '瞪羚企业', state: 'possible', gap: '还有 2 项未填' },
  { id: 'c', label: '准独角兽企业', state: 'beyond' },
];

const ROWS = [
  { item: '科技人员占比', actual: '31.2%', points: '20' },
  { item: '研发投入', actual: '5.4%', points: '40' },
];

const COLUMNS = [
  { id: 'item', head: '指标', rowHead: true, cell: (row: (typeof ROWS)[number]) => row.item },
  { id: 'actual', head: '实际', align: 'right' as const, cell: (row: (typeof ROWS)[number]) => row.actual },
  { id: 'points', head: '得分', align: 'right' as const, cell: (row: (typeof ROWS)[number]) => row.points },
];

/** What shows a result: ladder, verdicts, scores, money, tables. */
export function ResultSamples() {
  return (
    <>
      <Sample name="LadderPicture">
        <LadderPicture rungs={LADDER} />
        <div className="mt-8 max-w-xs">
          <LadderPicture rungs={LADDER} label="narrow" />
        </div>
        <div className="mt-8">
          <LadderPicture rungs={OPEN_LADDER} label="open" />
        </div>
      </Sample>
      <Sample name="VerdictBadge">
        <div className="flex flex-wrap gap-3">
          {VERDICTS.map((verdict) => (
            <VerdictBadge key={verdict} verdict={verdict} />
          ))}
          <VerdictBadge verdict="no" veto />
        </div>
      </Sample>
      <Sample name="BasisMark">
        <p>
          ≥ 30% <BasisMark cites={[OFFICIAL]} /> · 2.5% <BasisMark cites={[DERIVED]} /> · 1,000 万元{' '}
          <BasisMark cites={[ASSUMED]} />
        </p>
      </Sample>
      <Sample name="ScoreBar">
        <div className="grid max-w-2xl gap-6">
          <ScoreBar label="综合得分" points={{ lo: '66', hi: '66' }} full="100" pass="60" />
          <ScoreBar label="综合得分（未填完）" points={{ lo: '36', hi: '86' }} full="100" pass="60" />
          <ScoreBar label="科技人员" points={{ lo: '0', hi: '20' }} full="20" />
          <ScoreBar label="研发投入" points={{ lo: '0', hi: '0' }} full="50" />
        </div>
      </Sample>
      <Sample name="MoneyRange · Meter">
        <div className="flex flex-wrap items-end gap-10">
          <MoneyRange amount={{ lo: '3000000', hi: '3000000' }} size="figure" />
          <MoneyRange amount={{ lo: '0', hi: '10000000' }} size="figure" />
          <div className="w-60">
            <Meter label="已填" value={5} max={12} />
          </div>
        </div>
      </Sample>
      <Sample name="DataTable">
        <div className="grid gap-6 md:grid-cols-2">
          <DataTable caption="一般" rows={ROWS} columns={COLUMNS} rowId={(row) => row.item} />
          <DataTable caption="紧凑 36 px" dense rows={ROWS} columns={COLUMNS} rowId={(row) => row.item} />
          <DataTable caption="空" rows={[]} columns={COLUMNS} rowId={() => ''} />
        </div>
      </Sample>
    </>
  );
}
