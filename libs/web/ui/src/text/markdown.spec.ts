import { toggleBold, toggleList } from './markdown';

describe('marks in plain text', () => {
  it('makes a selection bold and plain again', () => {
    const bold = toggleBold({ text: 'een twee', start: 4, end: 8 });
    expect(bold).toEqual({ text: 'een **twee**', start: 6, end: 10 });
    expect(toggleBold(bold)).toEqual({ text: 'een twee', start: 4, end: 8 });
  });

  it('makes lines a list and plain again', () => {
    const list = toggleList({ text: 'kop\neen\ntwee\nslot', start: 5, end: 9 });
    expect(list.text).toBe('kop\n- een\n- twee\nslot');
    expect(toggleList(list).text).toBe('kop\neen\ntwee\nslot');
  });
});
