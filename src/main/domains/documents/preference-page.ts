/** The page on which people say what their information may not be used for: one file to host anywhere, without a server. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import type { Language } from '#shared/content/words';
import { bySignal, preferences, preferenceWords } from '#shared/domains/documents/preference-words';
import { assert } from '#shared/kernel/assert';
import { brokenRule } from '#shared/kernel/failures';
import { publish } from '../../files/publish';
import type { TaskContext } from '../../ipc/context';
import type { NamedBusiness } from './business-facts';

const style = `
:root { color-scheme: light dark; --ink: #23302b; --soft: #5c665f; --line: #8a948e; --ground: #f3f0e9; --accent: #2d6f4c; --on: #fff; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #d9e0dc; --soft: #a7b1ab; --line: #7b8680; --ground: #29322e; --accent: #8ebfa5; --on: #14201a; --paper: #1e2421; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { color: var(--accent); font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .25rem; }
fieldset, section { border: 0; margin: 1.75rem 0 0; padding: 0; }
section { background: var(--ground); border-radius: .4rem; padding: 1rem; }
section p { margin: .25rem 0 0; }
legend { font-size: 1.15rem; font-weight: 650; padding: 0; }
.soft { color: var(--soft); }
.tick { display: flex; gap: .7rem; align-items: flex-start; padding: .5rem 0; }
.tick input { width: 1.4rem; height: 1.4rem; flex: none; accent-color: var(--accent); margin: .1rem 0 0; }
.field { display: block; margin-top: .75rem; }
.field input { display: block; width: 100%; font: inherit; padding: .55rem .65rem; border: 1px solid var(--line); border-radius: .3rem; background: var(--paper); color: var(--ink); }
.row { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 2rem; }
button { font: inherit; font-weight: 650; min-height: 2.75rem; padding: .5rem 1rem; border-radius: .35rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on); cursor: pointer; }
button.second { background: transparent; color: var(--accent); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none; }
`;

/** Runs in the page of whoever hosts it. It asks nobody: what was chosen leaves only in the person's own e-mail or file. */
const script = `
(() => {
  const form = document.querySelector('form');
  const data = JSON.parse(form.dataset.page);
  const boxes = [...form.querySelectorAll('input[type=checkbox][name]')];
  const signal = navigator.globalPrivacyControl === true;
  try {
    const before = JSON.parse(localStorage.getItem('privacy-choices') || 'null');
    if (before) for (const box of boxes) box.checked = before.choices.includes(box.name);
  } catch { /* Browsers may keep no memory for a page; nothing depends on it. */ }
  if (signal) {
    for (const box of boxes) if (data.bySignal.includes(box.name)) box.checked = true;
    document.getElementById('signal-seen').hidden = false;
  }
  document.getElementById('save').hidden = false;
  document.getElementById('without').hidden = true;
  const answer = () => ({
    kind: 'steward-preferences', version: 1, at: new Date().toISOString(), business: data.business, language: data.language, signal,
    choices: boxes.filter((box) => box.checked && box.name !== 'agent').map((box) => box.name),
    person: { name: form.elements.name.value.trim(), email: form.elements.email.value.trim(), place: form.elements.place.value.trim(), agent: form.elements.agent.checked },
  });
  const remember = (given) => {
    try { localStorage.setItem('privacy-choices', JSON.stringify({ choices: given.choices, at: given.at })); } catch { /* as above */ }
    const done = document.getElementById('done');
    done.hidden = false;
    done.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = answer();
    const lines = boxes.filter((box) => box.checked).map((box) => '- ' + box.parentElement.textContent.trim());
    const text = [given.person.name, given.person.email, given.person.place, '', ...lines, '', JSON.stringify(given)].join('\\n');
    remember(given);
    location.href = form.action + '?subject=' + encodeURIComponent(data.subject) + '&body=' + encodeURIComponent(text);
  });
  document.getElementById('save').addEventListener('click', () => {
    const given = answer();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(given, null, 2)], { type: 'application/json' }));
    link.download = 'privacy-choices.json';
    link.click();
    remember(given);
  });
})();
`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(script)}'; form-action mailto:; base-uri 'none'`;

export function preferencePage(business: NamedBusiness, language: Language): string {
  const w = preferenceWords[language];
  const data = { business: business.name, language, bySignal, subject: w.subject };
  const tick = (name: string, words: string): string =>
    `<label class="tick"><input type="checkbox" name="${name}"><span>${text(words)}</span></label>`;
  const field = (name: string, words: string, kind: string, fills: string): string =>
    `<label class="field">${text(words)}<input name="${name}" type="${kind}" autocomplete="${fills}"></label>`;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${text(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${text(w.title)} · ${text(business.name)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${text(w.title)}</h1>`,
    `<p>${text(w.lead(business.name))}</p>`,
    ...(business.noticeAddress === ''
      ? []
      : [`<p><a href="${text(business.noticeAddress)}">${text(w.notice)}</a></p>`]),
    `<form action="mailto:${text(mailbox(business))}" method="post" enctype="text/plain" data-page="${text(JSON.stringify(data))}">`,
    ...w.groups.map(
      ({ title, of }) =>
        `<fieldset><legend>${text(title)}</legend>${of.map((name) => tick(name, w.choices[name])).join('\n')}</fieldset>`,
    ),
    '<section>',
    `<h2>${text(w.signalTitle)}</h2>`,
    `<p>${text(w.signal)}</p>`,
    `<p id="signal-seen" role="status" hidden><strong>${text(w.signalSeen)}</strong></p>`,
    '</section>',
    `<fieldset><legend>${text(w.who)}</legend><p class="soft">${text(w.whoHelp)}</p>`,
    field('name', w.name, 'text', 'name'),
    field('email', w.email, 'email', 'email'),
    field('place', w.place, 'text', 'address-level1'),
    tick('agent', w.agent),
    '</fieldset>',
    '<div class="row">',
    `<button type="submit">${text(w.send)}</button>`,
    `<button type="button" class="second" id="save" hidden>${text(w.file)}</button>`,
    '</div>',
    `<p id="done" role="status" tabindex="-1" hidden>${text(w.after)}</p>`,
    `<p class="soft" id="without">${text(w.without)}</p>`,
    `<p class="soft">${text(w.kept)}</p>`,
    '</form>',
    '</main>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const mailbox = ({ contactEmail, email }: NamedBusiness): string =>
  encodeURI(contactEmail === '' ? email : contactEmail);

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const names = { en: 'Your privacy choices', de: 'Ihre Entscheidungen' } as const;

/** Throws `documents.contact-needed` while nobody could be written to. */
export async function savePreferencePage(
  context: TaskContext,
  business: NamedBusiness,
  { language, file }: { readonly language: Language; readonly file?: string | undefined },
): Promise<{ file: string; bytes: number; digest: string }> {
  if (business.name === '' || mailbox(business) === '') throw brokenRule('documents.contact-needed');
  const place = await context.fileToWrite(file, `${names[language]}.html`, [{ name: 'HTML', extensions: ['html'] }]);
  const page = preferencePage(business, language);
  const { found, bytes } = await publish(
    place,
    (temporary) => writeFile(temporary, page, { mode: 0o600, flag: 'wx' }),
    async (temporary) => {
      const written = await readFile(temporary);
      checkPreferencePage(written.toString('utf8'), business);
      return createHash('sha256').update(written).digest('hex');
    },
  );
  return { file: place, bytes, digest: found };
}

/** Read as a browser reads it: every choice once and with words, our script and style and no other, and no address but the business's. */
export function checkPreferencePage(page: string, business: NamedBusiness): void {
  const boxes: string[] = [];
  const code: string[] = [];
  const addresses: string[] = [];
  const visit = (node: Tree.Node): void => {
    if (tree.isElementNode(node)) {
      const named = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
      if (node.tagName === 'input' && named('type') === 'checkbox') {
        const label = node.parentNode;
        assert(label !== null && tree.isElementNode(label) && label.tagName === 'label', 'every choice has its words');
        boxes.push(named('name') ?? '');
      }
      if (node.tagName === 'script' || node.tagName === 'style') code.push(inside(node));
      for (const { name, value } of node.attrs) {
        assert(!/^on|^style$|^src/.test(name), 'nothing in the page runs or loads but its own script');
        if (name === 'href' || name === 'action') addresses.push(value);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  assert(JSON.stringify(boxes) === JSON.stringify([...preferences, 'agent']), 'every choice is there once');
  assert(JSON.stringify(code) === JSON.stringify([style, script]), 'our script and style, and no other');
  const known = new Set([`mailto:${mailbox(business)}`, business.noticeAddress]);
  assert(
    addresses.every((address) => known.has(address)),
    'the page leads only to the business',
  );
}

const inside = (node: Tree.Element): string =>
  node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
