import { type RecommendationDto, type RequirementLineDto } from '@htsm/contracts';

/** A named part of a score, in points of a hundred. */
export interface ScorePart {
  readonly name: 'themes' | 'text' | 'evidence' | RequirementLineDto['kind'];
  /** Its colour wherever it is shown, 1 to 7. */
  readonly tone: number;
  readonly points: number;
}

const TONES: Readonly<Record<ScorePart['name'], number>> = {
  themes: 1,
  certificates: 2,
  text: 3,
  evidence: 4,
  trl: 5,
  regions: 6,
  sizes: 7,
};
/** A point is ten thousand millionths; tenths of points are shown. */
const TENTH = 1_000;

/**
 * Gives the parts of a score in tenths of points, in a fixed order; they add up to the score in tenths. What was not asked
 * for is left out. Rounding is undone in the largest part.
 */
export function scoreParts({ score, parts, requirements }: RecommendationDto): ScorePart[] {
  const lines = [
    part('themes', parts.themes),
    part('text', parts.text),
    part('evidence', parts.evidence),
    ...requirements.map(({ kind, millionths }) => part(kind, millionths)),
  ];
  const largest = lines.reduce((best, line) => (line.tenths > best.tenths ? line : best), lines[0] ?? part('text', 0));
  const rest = Math.round(score / TENTH) - lines.reduce((sum, { tenths }) => sum + tenths, 0);
  return lines.map((line) => ({
    name: line.name,
    tone: TONES[line.name],
    points: (line.tenths + (line === largest ? rest : 0)) / 10,
  }));
}

function part(name: ScorePart['name'], millionths: number) {
  return { name, tenths: Math.round(millionths / TENTH) };
}
