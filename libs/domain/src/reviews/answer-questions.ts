/** Days after the release in which a proposer can ask one question about the answer. */
export const ANSWER_QUESTION_DAYS = 30;
