export * from './assignment-instance';
export * from './read-instance';
export * from './assign-reviewers';
export * from './explain-shortage';
