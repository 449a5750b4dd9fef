import { InstantField, TextField } from '@htsm/api/core';

/** The one question about an answer, as its parties read it. */
export class AnswerQuestionDto {
  @TextField({ max: 1000 }) text!: string;
  @TextField({ max: 120 }) askedBy!: string;
  @InstantField() askedAt!: string;
  /** Null until the taskforce replies. */
  @TextField({ max: 4000, nullable: true }) reply!: string | null;
  @InstantField({ nullable: true }) repliedAt!: string | null;
}

/** What the proposer asks. */
export class AskAboutAnswerDto {
  @TextField({ min: 10, max: 1000, keepSpaces: true }) text!: string;
}

/** What the taskforce replies. */
export class ReplyAboutAnswerDto {
  @TextField({ min: 10, max: 4000, keepSpaces: true }) reply!: string;
}
