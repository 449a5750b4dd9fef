import { TestBed } from '@angular/core/testing';
import { KeptDrafts } from './kept-drafts';

describe('kept drafts', () => {
  afterEach(() => sessionStorage.clear());

  it('give back what was kept under a name, until it is forgotten', () => {
    const drafts = TestBed.inject(KeptDrafts);
    drafts.keep('1:/a', { version: 3, value: { text: 'ab' }, sent: { text: 'a' } });
    expect(drafts.read('1:/a')).toEqual({ version: 3, value: { text: 'ab' }, sent: { text: 'a' } });
    expect(drafts.read('2:/a')).toBeUndefined();
    drafts.forget('1:/a');
    expect(drafts.read('1:/a')).toBeUndefined();
  });

  it('forget everything at signing out, and nothing of others', () => {
    const drafts = TestBed.inject(KeptDrafts);
    sessionStorage.setItem('other', 'stays');
    drafts.keep('1:/a', { version: 3, value: 'a' });
    drafts.keep('1:/b', { version: 3, value: 'b' });
    drafts.forgetAll();
    expect(Object.keys(sessionStorage)).toEqual(['other']);
  });
});
