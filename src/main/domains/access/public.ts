/** What others may use of access: how the vault lets people in, who has which rights, and what somebody may see unmasked. */
export { arriveThrough, type Shown } from './sign-in';
export { peopleWithGrants, type PersonWithGrants, secondKeyHolders } from './people';
export { nameFirstOwner, unmaskedFor } from './store';
export { dueAccess } from './due';
