/** What others may use of devices: what is due, and the register. */
export { dueDevices } from './due';
export { type KeptDevice, listDevices, updateDevice } from './store';
