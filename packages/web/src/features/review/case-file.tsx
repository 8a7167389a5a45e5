import { useQuery } from '@tanstack/react-query';
import type { EvidenceFile } from '@tidu/api/files/contract';
import { readJson } from '../../shared/api/read-json.ts';
import { FilePreview } from '../files/file-preview.tsx';

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
}

interface PreviewProps {
  readonly firmId: string;
  readonly file: ShownFile | undefined;
  readonly onClose: () => void;
}

export function CaseFilePreview({ firmId, file, onClose }: PreviewProps) {
  const id = file?.id ?? '';
  const whole = useQuery({
    queryKey: ['firms', firmId, 'files', id],
    queryFn: ({ signal }) => readJson<EvidenceFile>(`/api/v1/firms/${firmId}/files/${id}`, signal),
    enabled: file !== undefined,
  });
  return <FilePreview firmId={firmId} file={file && whole.data} onClose={onClose} />;
}
