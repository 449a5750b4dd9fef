import { TestBed } from '@angular/core/testing';
import { Language, type RoomTexts } from './language';
import { provideTexts } from './transloco';

const fetched: string[] = [];
const room: RoomTexts = {
  room: 'boats',
  nl: () => {
    fetched.push('nl');
    return Promise.resolve({ default: { boats: { title: 'Boten', n: { one: '{{n}} boot', other: '{{n}} boten' } } } });
  },
  en: () => {
    fetched.push('en');
    return Promise.resolve({ default: { boats: { title: 'Boats', n: { one: '{{n}} boat', other: '{{n}} boats' } } } });
  },
};

describe('language', () => {
  beforeEach(() => {
    fetched.length = 0;
    document.cookie = 'lang=; Max-Age=0; Path=/';
    document.documentElement.lang = 'nl';
    TestBed.configureTestingModule({ providers: [...provideTexts()] });
  });

  it('fetches the texts of a room once, in the language on the screen', async () => {
    const language = TestBed.inject(Language);
    await Promise.all([language.use(room), language.use(room)]);
    expect(fetched).toEqual(['nl']);
    expect(language.t('boats.title')).toBe('Boten');
    expect([0, 1, 2].map((n) => language.plural('boats.n', n))).toEqual(['0 boten', '1 boot', '2 boten']);
  });

  it('switches every room at once and remembers it', async () => {
    const language = TestBed.inject(Language);
    await language.use(room);
    await language.switchTo('en');
    expect(language.t('boats.title')).toBe('Boats');
    expect(language.plural('boats.n', 1)).toBe('1 boat');
    expect(document.cookie).toContain('lang=en');
    expect(document.documentElement.lang).toBe('en');
  });

  it('follows the account only when this device has no choice of its own', async () => {
    document.documentElement.lang = '';
    const language = TestBed.inject(Language);
    await language.follow('en');
    expect(language.current()).toBe('en');
    await language.switchTo('nl');
    await language.follow('en');
    expect(language.current()).toBe('nl');
  });
});
