export * from './assignment-instance';
export * from './bids';
export * from './read-instance';
export * from './assign-reviewers';
export * from './explain-shortage';
export * from './with-groups';
