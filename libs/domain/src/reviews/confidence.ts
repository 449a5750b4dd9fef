/** How sure reviewers can be of their own judgement; it is shown with the scores and weighs nothing. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
