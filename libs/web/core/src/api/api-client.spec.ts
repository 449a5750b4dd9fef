import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { provideTexts } from '../language/transloco';
import { ApiClient } from './api-client';
import { Problem } from './problem';

function openApi() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ...provideTexts()] });
  TestBed.inject(TranslocoService).setTranslation(
    { core: { problem: { offline: { title: 'x', detail: 'y' } } } },
    'nl',
  );
  return { api: TestBed.inject(ApiClient), server: TestBed.inject(HttpTestingController) };
}

const refusal = async (answer: Promise<unknown>) => {
  const error: unknown = await answer.catch((caught: unknown) => caught);
  if (!(error instanceof Problem)) throw new Error('not a problem');
  return error;
};

describe('api client', () => {
  it('repeats filters, leaves out empty ones and gives the body', async () => {
    const { api, server } = openApi();
    const answer = api.get<{ items: string[] }>('/challenges', {
      query: { theme: ['a', 'b'], q: '', cursor: undefined },
    });
    const sent = server.expectOne('/api/challenges?theme=a&theme=b');
    expect(sent.request.headers.has('x-htsm')).toBe(false);
    sent.flush({ items: ['x'] });
    expect(await answer).toEqual({ items: ['x'] });
  });

  it('marks every change as ours, and each creating one with a key of its own', async () => {
    const { api, server } = openApi();
    const keys: (string | null)[] = [];
    for (let press = 0; press < 2; press += 1) {
      const answer = api.post('/api/proposals', { title: 'x' });
      const sent = server.expectOne('/api/proposals');
      expect([sent.request.method, sent.request.headers.get('x-htsm')]).toEqual(['POST', '1']);
      keys.push(sent.request.headers.get('idempotency-key'));
      sent.flush({ id: '1' });
      expect(await answer).toEqual({ id: '1' });
    }
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps the key of an action whose answer was lost or is under way, and of no other', async () => {
    const { api, server } = openApi();
    const press = (body: unknown) => {
      const answer = api.post('/proposals', body).catch(() => undefined);
      const [sent] = server.match('/api/proposals').slice(-1);
      if (sent === undefined) throw new Error('nothing was sent');
      return { answer, sent, key: sent.request.headers.get('idempotency-key') };
    };
    const first = press({ title: 'x' });
    const twice = press({ title: 'x' });
    const other = press({ title: 'y' });
    expect([twice.key, other.key === first.key]).toEqual([first.key, false]);
    first.sent.error(new ProgressEvent('error'));
    await first.answer;
    const again = press({ title: 'x' });
    expect(again.key).toBe(first.key);
    again.sent.flush({ id: '1' });
    await again.answer;
    expect(press({ title: 'x' }).key).not.toBe(first.key);
  });

  it('turns a refusal into a problem with its fields', async () => {
    const { api, server } = openApi();
    const answer = refusal(api.patch('/account', {}));
    const errors = [{ path: 'name', code: 'required', detail: 'Vul uw naam in.' }];
    const body = { title: 'Nog niet compleet', code: 'invalid', detail: 'Eén veld.', errors, requestId: 'r1' };
    server.expectOne('/api/account').flush(body, { status: 422, statusText: 'x' });
    expect(await answer).toMatchObject({ status: 422, ...body });
  });

  it('says that there is no connection', async () => {
    const { api, server } = openApi();
    const answer = refusal(api.get('/session'));
    server.expectOne('/api/session').error(new ProgressEvent('error'));
    expect(await answer).toMatchObject({ status: 0, code: 'offline', isOffline: true });
  });

  it('reports an ended session', async () => {
    const { api, server } = openApi();
    let ended = 0;
    api.onSignedOut(() => (ended += 1));
    const answer = refusal(api.get('/proposals'));
    server
      .expectOne('/api/proposals')
      .flush({ title: 'Log in', code: 'not_signed_in' }, { status: 401, statusText: 'x' });
    expect((await answer).code).toBe('not_signed_in');
    expect(ended).toBe(1);
  });
});
