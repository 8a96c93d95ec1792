/** What others may use of the law: its holidays follow the open vault. */
export { keepOwnHolidays } from './own-holidays';
