/** What others may use of approvals: the gate for serve, and what waits for somebody. */
export { approvalGate } from './gate';
export { dueApprovals } from './due';
