import { chooseLanguage, chooseTheme } from './preferences';

describe('choosing a language', () => {
  it('takes address, cookie, account, browser, in this order', () => {
    const all = { url: '/x?lang=en', cookie: 'a=1; lang=nl', account: 'nl', acceptLanguage: 'nl' };
    expect(chooseLanguage(all)).toBe('en');
    expect(chooseLanguage({ ...all, url: '/x?lang=fr' })).toBe('nl');
    expect(chooseLanguage({ cookie: 'lang=xx', account: 'en', acceptLanguage: 'nl' })).toBe('en');
    expect(chooseLanguage({ acceptLanguage: 'de-DE,en;q=0.8,nl;q=0.5' })).toBe('en');
    expect(chooseLanguage({})).toBe('nl');
  });

  it('does not take another cookie for its own', () => {
    expect(chooseLanguage({ cookie: 'xlang=en; slang=en' })).toBe('nl');
    expect(chooseTheme('mytheme=dark')).toBe('system');
    expect(chooseTheme('a=b; theme=dark')).toBe('dark');
  });
});
