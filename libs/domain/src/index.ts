export * from './states/state-table';
export * from './challenges/challenge-states';
export * from './proposals/proposal-states';
export * from './reviews/assignment-states';
export * from './themes/themes';
