/** What others may use of vendors: the register, and what is due. */
export { dueVendors } from './due';
export { readRegister } from './register';
