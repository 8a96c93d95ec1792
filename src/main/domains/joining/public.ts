/** Lists for joining and leaving as kept: apart from training, because access begins them and training reads access. */
export { beginChecklist, findChecklist, type KeptChecklist, type KeptItem, listChecklists, tickItem } from './store';
