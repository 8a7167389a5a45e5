import { PageHeader } from '../../shared/ui/page-header.tsx';
import { FormSamples } from './form-samples.tsx';
import { OverlaySamples } from './overlay-samples.tsx';
import { ResultSamples } from './result-samples.tsx';

/** Every shared component in every state; in development builds only. */
export function GalleryPage() {
  return (
    <div className="page-width">
      <PageHeader title="Gallery 组件" lead="Every shared component in every state. 每个共用组件的每种状态。" />
      <ResultSamples />
      <FormSamples />
      <OverlaySamples />
    </div>
  );
}
