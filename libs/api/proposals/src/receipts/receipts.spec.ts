import type { TestWorld } from '@htsm/api/core/testing';
import type { SubmissionDto } from '../dto/my-proposal.dto';
import { TestProposer, createProposalsWorld, makeDraft } from '../testing/proposals-world';

describe('a receipt', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createProposalsWorld();
  });
  afterAll(() => world.close());

  const verify = async (manifest: string, signature: string): Promise<unknown> =>
    (await world.request('POST', '/api/receipts/verification', { body: { manifest, signature } })).body;

  it('can be read, downloaded as text, and verified by anyone', async () => {
    const { sme, draft } = await makeDraft(world);
    const { receipt } = (await sme.submit(draft)).body as SubmissionDto;
    const path = `/api/my/proposals/${draft.id}/receipts/${receipt.id}`;
    expect((await sme.send('GET', path)).body).toEqual(receipt);
    const download = await sme.send('GET', `${path}/download`);
    expect(download.headers['content-disposition']).toBe(
      `attachment; filename="${receipt.number}.txt"; filename*=UTF-8''${receipt.number}.txt`,
    );
    expect(download.text).toContain(`Ontvangstbewijs ${receipt.number}`);
    const copied = download.text.slice(download.text.indexOf('{'));
    const genuine = { isValid: true, number: receipt.number, submittedAt: receipt.submittedAt };
    expect(await verify(receipt.manifest, receipt.signature)).toEqual(genuine);
    expect(await verify(copied, receipt.signature)).toEqual(genuine);
  });

  it('is recognised as false when one thing in it was changed, or when it is no receipt at all', async () => {
    const { sme, draft } = await makeDraft(world);
    const { receipt } = (await sme.submit(draft)).body as SubmissionDto;
    const invalid = { isValid: false, number: null, submittedAt: null };
    expect(await verify(receipt.manifest.replace('"priceEur":42000', '"priceEur":41000'), receipt.signature)).toEqual(
      invalid,
    );
    expect(await verify(receipt.manifest, `${receipt.signature.slice(0, -2)}xx`)).toEqual(invalid);
    expect(await verify('[]', receipt.signature)).toEqual(invalid);
    expect(await verify('not json', 'x')).toEqual(invalid);
    expect(await verify(`${'['.repeat(40_000)}${']'.repeat(40_000)}`, 'x')).toEqual(invalid);
  });

  it('tells nothing about how many others submitted', async () => {
    const numbers: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { sme, draft } = await makeDraft(world);
      numbers.push(((await sme.submit(draft)).body as SubmissionDto).receipt.number);
    }
    expect(numbers.every((number) => /^HTSM-20\d\d-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(number))).toBe(
      true,
    );
    expect(new Set(numbers).size).toBe(3);
  });

  it('is the own organisation’s alone', async () => {
    const { sme, draft } = await makeDraft(world);
    const { receipt } = (await sme.submit(draft)).body as SubmissionDto;
    const path = `/api/my/proposals/${draft.id}/receipts/${receipt.id}`;
    expect((await (await sme.colleague()).send('GET', path)).status).toBe(200);
    expect((await (await TestProposer.make(world)).send('GET', path)).status).toBe(404);
  });
});
