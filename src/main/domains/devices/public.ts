/** What others may use of devices: what is due. */
export { dueDevices } from './due';
