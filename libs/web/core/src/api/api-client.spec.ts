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

  it('marks every change as ours and passes the idempotency key', async () => {
    const { api, server } = openApi();
    const answer = api.post('/api/proposals', { title: 'x' }, { idempotencyKey: 'k1' });
    const sent = server.expectOne('/api/proposals');
    expect(sent.request.method).toBe('POST');
    expect(sent.request.headers.get('x-htsm')).toBe('1');
    expect(sent.request.headers.get('idempotency-key')).toBe('k1');
    sent.flush({ id: '1' });
    expect(await answer).toEqual({ id: '1' });
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
