/** What other domains may use of the register. */
export { readRegister } from './register';
export { dueObligations } from './due';
export { readRecords } from './store';
