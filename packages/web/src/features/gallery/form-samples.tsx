import { useState } from 'react';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ChoiceGroup, type YesNo, YesNoGroup } from '../../shared/ui/choice-group.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { IntegerInput } from '../../shared/ui/integer-input.tsx';
import { MoneyInput } from '../../shared/ui/money-input.tsx';
import { PercentInput } from '../../shared/ui/percent-input.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Stepper } from '../../shared/ui/stepper.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { Sample } from './sample.tsx';

const STEPS = [
  { id: 'identity', label: '企业', state: 'done' },
  { id: 'people', label: '人员', state: 'done' },
  { id: 'finance', label: '收入与研发', state: 'open' },
  { id: 'property', label: '知识产权', state: 'error' },
  { id: 'credit', label: '信用', state: 'open' },
] as const;

const OPTIONS = [
  { value: 'new-materials', label: '新材料' },
  { value: 'biology', label: '生物' },
];

/** What asks: fields and steps, plain, filled, wrong, unknown and off. */
export function FormSamples() {
  const [step, setStep] = useState('finance');
  const [name, setName] = useState('');
  const [money, setMoney] = useState<string | undefined>('30000000');
  const [unknown, setUnknown] = useState(true);
  const [share, setShare] = useState<string | undefined>('0.125');
  const [staff, setStaff] = useState<string | undefined>('120');
  const [day, setDay] = useState<string | undefined>('2017-05-18');
  const [field, setField] = useState<string>();
  const [listed, setListed] = useState<YesNo>();
  const [kind, setKind] = useState<string | undefined>('a');
  const [agreed, setAgreed] = useState(true);
  return (
    <>
      <Sample name="Stepper">
        <Stepper label="步骤" steps={STEPS} current={step} onGo={setStep} />
      </Sample>
      <Sample name="ErrorSummary">
        <ErrorSummary problems={[{ field: 'g-wrong', message: '上一年度收入：这里要填数字，例如 3000' }]} />
      </Sample>
      <Sample name="TextInput · MoneyInput · PercentInput · IntegerInput · DateInput · Select">
        <div className="grid gap-8 md:grid-cols-2">
          <TextInput
            id="g-name"
            label="企业名称"
            hint="和营业执照上一致"
            optional
            value={name}
            onChange={setName}
            placeholder="宁波……有限公司"
          />
          <MoneyInput
            id="g-money"
            label="2025 年营业收入"
            where="利润表第一行“营业收入”本年累计数。"
            value={money}
            onChange={setMoney}
          />
          <MoneyInput
            id="g-wrong"
            label="2024 年营业收入"
            error="这个数比 2025 年大 100 倍，请看一下单位"
            value="3000000000"
            onChange={() => {}}
          />
          <MoneyInput
            id="g-unknown"
            label="2023 年营业收入"
            value={undefined}
            onChange={() => {}}
            unknown={unknown}
            onUnknownChange={setUnknown}
          />
          <PercentInput id="g-share" label="研发费用占比" value={share} onChange={setShare} />
          <IntegerInput id="g-staff" label="职工总数" unit="人" value={staff} onChange={setStaff} />
          <DateInput id="g-day" label="成立日期" value={day} onChange={setDay} />
          <Select id="g-field" label="所属产业" options={OPTIONS} value={field} onChange={setField} />
          <TextInput id="g-off" label="不可填" disabled value="" onChange={() => {}} />
        </div>
      </Sample>
      <Sample name="ChoiceGroup · YesNoGroup · Checkbox">
        <div className="grid gap-8">
          <ChoiceGroup
            id="g-kind"
            label="企业类型"
            value={kind}
            onChange={setKind}
            choices={[
              { value: 'a', label: '有限责任公司' },
              { value: 'b', label: '股份有限公司', hint: '含已在新三板挂牌的' },
            ]}
          />
          <YesNoGroup
            id="g-listed"
            label="是否已上市？"
            hint="不含新三板"
            value={listed}
            onChange={setListed}
            error={listed === 'unknown' ? undefined : '请选一项'}
          />
          <Checkbox
            id="g-agree"
            label="存在这台设备上"
            hint="下次打开可以接着填"
            checked={agreed}
            onChange={setAgreed}
          />
          <Checkbox id="g-agree-off" label="不可选" checked={false} onChange={() => {}} disabled />
        </div>
      </Sample>
    </>
  );
}
