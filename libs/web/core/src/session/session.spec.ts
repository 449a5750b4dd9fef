import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { provideTexts } from '../language/transloco';
import { menuFor } from '../layout/navigation';
import { ServerClock } from '../time/server-clock';
import { Session, type SessionUser } from './session';

const nobody: SessionUser = {
  id: '1',
  name: 'Sietse de Boer',
  email: 'sietse@kwelderdata.example',
  locale: 'nl',
  isTaskforce: false,
  isAdministrator: false,
  isReviewer: false,
  organisations: [],
};
const member = (kind: 'sme' | 'company' | 'knowledge') => ({
  id: 'o',
  name: 'Organisatie',
  kind,
  role: 'member' as const,
});

async function openSession(user: SessionUser | null) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ...provideTexts()] });
  TestBed.inject(TranslocoService).setTranslation(
    { core: { problem: { offline: { title: 'x', detail: 'y' } } } },
    'nl',
  );
  const session = TestBed.inject(Session);
  await session.take({ now: '2026-11-22T15:00:00Z', user, demo: true });
  return session;
}

describe('session', () => {
  it.each([
    ['a visitor', null, '/'],
    ['the taskforce', { ...nobody, isTaskforce: true, isReviewer: true }, '/taskforce'],
    ['a company', { ...nobody, organisations: [member('company'), member('sme')] }, '/my/challenges'],
    ['an SME', { ...nobody, organisations: [member('sme')], isReviewer: true }, '/my/proposals'],
    ['a knowledge institute', { ...nobody, organisations: [member('knowledge')] }, '/my/proposals'],
    ['a reviewer', { ...nobody, isReviewer: true }, '/my/reviews'],
    ['somebody without a role', nobody, '/account'],
  ])('brings %s home', async (_who, user, home) => {
    expect((await openSession(user)).homePath()).toBe(home);
  });

  it('sets the clock by the server', async () => {
    await openSession(null);
    expect(Math.abs(TestBed.inject(ServerClock).now() - Date.parse('2026-11-22T15:00:00Z'))).toBeLessThan(2000);
  });

  it('shows a visitor no work, and a reviewer no work of others', async () => {
    expect(menuFor(await openSession(null)).map((entry) => entry.path)).toEqual([
      '/challenges',
      '/results',
      '/how-it-works',
    ]);
    TestBed.resetTestingModule();
    expect(menuFor(await openSession({ ...nobody, isReviewer: true })).map((entry) => entry.path)).toEqual([
      '/my/reviews',
      '/challenges',
      '/results',
    ]);
  });

  it('leaves the reader a visitor when nobody answers', async () => {
    const session = await openSession(null);
    const loading = session.load();
    TestBed.inject(HttpTestingController).expectOne('/api/session').error(new ProgressEvent('error'));
    await loading;
    expect(session.isSignedIn()).toBe(false);
  });
});
