export { InstanceFault } from './assignment-instance';
export { readInstance } from './read-instance';
export { assignReviewers } from './assign-reviewers';
export { explainShortage } from './explain-shortage';
