import { Core1700000000001 } from './1700000000001-core';
import { Accounts1700000000002 } from './1700000000002-accounts';
import { Challenges1700000000003 } from './1700000000003-challenges';
import { Proposals1700000000004 } from './1700000000004-proposals';
import { Reviews1700000000005 } from './1700000000005-reviews';
import { Matching1700000000006 } from './1700000000006-matching';
import { Notifications1700000000007 } from './1700000000007-notifications';
import { Openings1700000000008 } from './1700000000008-openings';
import { AccountSecurity1700000000009 } from './1700000000009-account-security';
import { Trust1700000000010 } from './1700000000010-trust';
import { Idempotency1700000000011 } from './1700000000011-idempotency';
import { Profiles1700000000012 } from './1700000000012-profiles';
import { Recommendations1700000000013 } from './1700000000013-recommendations';
import { Vocabulary1700000000014 } from './1700000000014-vocabulary';
import { MatchAnalyses1700000000015 } from './1700000000015-match-analyses';
import { Suggestions1700000000016 } from './1700000000016-suggestions';
import { Alerts1700000000017 } from './1700000000017-alerts';
import { Feeds1700000000018 } from './1700000000018-feeds';
import { Meetings1700000000019 } from './1700000000019-meetings';
import { Notices1700000000020 } from './1700000000020-notices';
import { Outbox1700000000021 } from './1700000000021-outbox';
import { Teaming1700000000022 } from './1700000000022-teaming';
import { Ledger1700000000023 } from './1700000000023-ledger';
import { Expertise1700000000024 } from './1700000000024-expertise';
import { Appointments1700000000025 } from './1700000000025-appointments';
import { Learning1700000000026 } from './1700000000026-learning';
import { Panels1700000000027 } from './1700000000027-panels';
import { Decisions1700000000028 } from './1700000000028-decisions';
import { Anchor1700000000029 } from './1700000000029-anchor';
import { Experts1700000000030 } from './1700000000030-experts';
import { Bids1700000000031 } from './1700000000031-bids';
import { BlindJudging1700000000032 } from './1700000000032-blind-judging';

/** Every migration, oldest first; a bundle has no folder to look in. */
export const migrations = [
  Core1700000000001,
  Accounts1700000000002,
  Challenges1700000000003,
  Proposals1700000000004,
  Reviews1700000000005,
  Matching1700000000006,
  Notifications1700000000007,
  Openings1700000000008,
  AccountSecurity1700000000009,
  Trust1700000000010,
  Idempotency1700000000011,
  Profiles1700000000012,
  Recommendations1700000000013,
  Vocabulary1700000000014,
  MatchAnalyses1700000000015,
  Suggestions1700000000016,
  Alerts1700000000017,
  Feeds1700000000018,
  Meetings1700000000019,
  Notices1700000000020,
  Outbox1700000000021,
  Teaming1700000000022,
  Ledger1700000000023,
  Expertise1700000000024,
  Appointments1700000000025,
  Learning1700000000026,
  Panels1700000000027,
  Decisions1700000000028,
  Anchor1700000000029,
  Experts1700000000030,
  Bids1700000000031,
  BlindJudging1700000000032,
];
