/** What others may use of the business: its facts. */
export { readBusiness } from './facts';
