import { withBid } from './bid-words';

describe('a page with a bid that was just placed', () => {
  it('differs in that bid alone', () => {
    const card = (proposalId: string) => ({ proposalId, title: 'Idee', summary: 'Zo.', bid: null });
    const page = { challenges: [{ id: 'c', title: 'Wissels', proposals: [card('p1'), card('p2')] }] };
    expect(withBid(page, 'p2', 'eager')).toEqual({
      challenges: [{ id: 'c', title: 'Wissels', proposals: [card('p1'), { ...card('p2'), bid: 'eager' }] }],
    });
  });
});
