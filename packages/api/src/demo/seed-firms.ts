import type { DemoOffice } from './demo-office.ts';
import { addPerson } from './demo-people.ts';
import type { DemoFirm } from './make-firms.ts';

export interface SeededFirm extends DemoFirm {
  readonly firmId: string;
  readonly userId: string;
  /** One paper that stands for every material. */
  readonly fileId: string;
}

/** Registers made-up firms through the real routes, with their facts and a paper to hand in. */
export async function seedFirms(
  { ask, database, clock }: DemoOffice,
  firms: readonly DemoFirm[],
  paper: Uint8Array,
  onProgress: (done: number) => void,
): Promise<readonly SeededFirm[]> {
  const seeded: SeededFirm[] = [];
  for (const [i, firm] of firms.entries()) {
    const { contact } = firm;
    const userId = await addPerson(database, clock.now, { name: contact.name, kind: 'firm', email: contact.email });
    const { id: firmId } = await ask<{ id: string }>(userId, 'POST', '/api/v1/firms', {
      creditCode: firm.creditCode,
      name: firm.name,
      registeredOn: firm.registeredOn,
      industryCode: firm.industry,
      registeredAddress: `宁波国家高新区聚贤路${(i % 180) + 1}号`,
      legalRepresentative: contact.name,
      contacts: [{ name: contact.name, duty: '财务经理', phone: contact.phone, email: contact.email }],
    });
    await ask(userId, 'PUT', `/api/v1/firms/${firmId}/facts`, { facts: firm.facts });
    const upload = `/api/v1/firms/${firmId}/files?name=${encodeURIComponent('演示材料.pdf')}`;
    const file = await ask<{ id: string }>(userId, 'POST', upload, paperOf(paper, firmId));
    seeded.push({ ...firm, firmId, userId, fileId: file.id });
    onProgress(i + 1);
  }
  return seeded;
}

/** A paper of the firm's own: the same text with a comment after its end, so that no two firms hand in the same file. */
const paperOf = (paper: Uint8Array, firmId: string): Uint8Array => Buffer.concat([paper, Buffer.from(`% ${firmId}\n`)]);
