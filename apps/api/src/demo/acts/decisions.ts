import { STEP_TO_OUTCOME, type OutcomeStep } from '@htsm/domain';
import { AnswerQuestions, Answers, ChooseAnchor, DecideOutcome, DraftLetters, ReleaseAnswers } from '@htsm/api/reviews';
import { Matches, RecordMatch } from '@htsm/api/matching';
import { challenges } from '../content/challenges/all-challenges';
import { anchor, answers, matches, shortlisted } from '../content/decisions';
import type { DemoAnswer, DemoChallenge, DemoMatch } from '../content/types';
import { dateOf } from '../moments';
import type { Scene } from '../scene';
import { proposalName, type Stage } from '../stage';

/** Who decides for the taskforce. */
const DECIDER = 'marijke';

/** The decisions, the answers to everybody, and what came of the matches. */
export function decisionScenes(stage: Stage): Scene[] {
  const decided = challenges.flatMap((challenge) =>
    challenge.plan.decided === undefined ? [] : [{ challenge, at: stage.at(challenge.plan.decided) }],
  );
  return [
    ...decided.map(({ challenge, at }) => ({
      at,
      name: `decide ${challenge.key}`,
      play: () => decide(stage, challenge),
    })),
    {
      at: stage.at(anchor.at),
      name: 'choose anchor',
      play: async () => {
        const proposalId = stage.proposals.get(proposalName(anchor)).id;
        const { id } = stage.challenges.get(anchor.challenge);
        await stage.service(ChooseAnchor).run(stage.actors.get(DECIDER), id, { proposalId });
      },
    },
    {
      at: stage.at(shortlisted.at),
      name: 'shortlist',
      play: () => choose(stage, proposalName(shortlisted), 'shortlist'),
    },
    ...answers.flatMap((answer) => asking(stage, answer)),
    ...matches.map((match) => ({
      at: stage.at(match.recorded),
      name: `record match ${proposalName(match)}`,
      play: () => record(stage, match),
    })),
    ...matches.flatMap((match) => following(stage, match)),
  ];
}

function asking(stage: Stage, answer: DemoAnswer): Scene[] {
  const { question, organisation } = answer;
  if (question === undefined) return [];
  const name = proposalName(answer);
  const questions = stage.service(AnswerQuestions);
  return [
    {
      at: stage.at(question.asked),
      name: `ask about the answer to ${name}`,
      play: async () => {
        await questions.ask(stage.actors.get(organisation), stage.proposals.get(name).id, { text: question.text });
      },
    },
    {
      at: stage.at(question.replied),
      name: `reply about the answer to ${name}`,
      play: async () => {
        await questions.reply(stage.actors.get(DECIDER), stage.proposals.get(name).id, { reply: question.reply });
      },
    },
  ];
}

async function decide(stage: Stage, challenge: DemoChallenge): Promise<void> {
  const decider = stage.actors.get(DECIDER);
  const { id } = stage.challenges.get(challenge.key);
  await stage.service(DraftLetters).run(decider, id, 'nl');
  for (const answer of answers.filter((one) => one.challenge === challenge.key)) {
    const name = proposalName(answer);
    const version = await answerVersion(stage, name);
    const input = { version, summary: answer.summary, reasons: [] };
    await stage.service(Answers).saveAnswer(decider, stage.proposals.get(name).id, input);
    await choose(stage, name, STEP_TO_OUTCOME[answer.outcome]);
  }
  await stage.service(ReleaseAnswers).run(decider, id, 'nl');
}

async function choose(stage: Stage, proposal: string, step: OutcomeStep): Promise<void> {
  const version = await answerVersion(stage, proposal);
  const { id } = stage.proposals.get(proposal);
  await stage.service(DecideOutcome).run(stage.actors.get(DECIDER), id, { step, version });
}

/** Version of the answer as the taskforce reads it; 0 when there is none yet. */
async function answerVersion(stage: Stage, proposal: string): Promise<number> {
  const [row] = await stage.owner.query<{ version: number }[]>('SELECT version FROM answer WHERE proposal_id = $1', [
    stage.proposals.get(proposal).id,
  ]);
  return row?.version ?? 0;
}

async function record(stage: Stage, match: DemoMatch): Promise<void> {
  await stage.service(RecordMatch).run(
    stage.actors.get(DECIDER),
    {
      proposalId: stage.proposals.get(proposalName(match)).id,
      agreed: match.agreed,
      introductionOn: dateOf(match.introductionDay, stage.startedAt),
      nextCheckInOn: dateOf(match.checkInDay, stage.startedAt),
    },
    'nl',
  );
}

function following(stage: Stage, match: DemoMatch): Scene[] {
  return match.steps.map((step) => ({
    at: stage.at(step.at),
    name: `${step.to} ${proposalName(match)}`,
    play: async () => {
      const decider = stage.actors.get(DECIDER);
      const { id, version } = await findMatch(stage, proposalName(match));
      await stage.service(Matches).changeMatch(decider, id, { version, state: step.to }, 'nl');
      await stage.service(Matches).addNote(decider, id, { text: step.note }, 'nl');
    },
  }));
}

async function findMatch(stage: Stage, proposal: string): Promise<{ id: string; version: number }> {
  const [row] = await stage.owner.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM match WHERE proposal_id = $1',
    [stage.proposals.get(proposal).id],
  );
  if (row === undefined) throw new Error(`There is no match for ${proposal}`);
  return row;
}
