/** The tabs of the page about people and rights, as its address names them. */
export const peopleTabs = ['people', 'roles', 'reviews', 'looks'] as const;
export type PeopleTabName = (typeof peopleTabs)[number];
