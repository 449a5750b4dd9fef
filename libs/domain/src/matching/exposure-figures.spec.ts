import { fairnessFigures } from './exposure-figures';

const round = (value: number): number => Math.round(value * 1000) / 1000;

describe('fair exposure', () => {
  it('brings and costs what docs/matching.md says', () => {
    const { byScore, fair, ndcg } = fairnessFigures();
    expect({
      gini: [round(byScore.gini), round(fair.gini)],
      neverShown: [round(byScore.neverShown), round(fair.neverShown)],
      meanScore: [Math.round(byScore.meanScore), Math.round(fair.meanScore)],
      ndcg: [round(ndcg.byScore), round(ndcg.fair)],
    }).toMatchInlineSnapshot(`
      {
        "gini": [
          0.748,
          0.711,
        ],
        "meanScore": [
          702001,
          700854,
        ],
        "ndcg": [
          0.754,
          0.772,
        ],
        "neverShown": [
          0.554,
          0.506,
        ],
      }
    `);
    expect(fair.neverShown).toBeLessThan(byScore.neverShown);
    expect(ndcg.fair).toBeGreaterThan(ndcg.byScore - 0.03);
  });
});
