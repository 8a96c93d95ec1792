/** A page that a vendor fills in without a network and that saves an answer file: plain HTML, one small script, nothing loaded. */
import type { Questionnaire, VendorQuestion } from './model';

const words = {
  en: {
    title: (business: string) => `Questions from ${business} about personal data`,
    lead: (vendor: string) =>
      `For ${vendor}. This page works without the internet and sends nothing. Fill it in, save the answers as a file, and send that file back.`,
    yes: 'Yes',
    no: 'No',
    unknown: 'Not known',
    who: 'Filled in by (name and role)',
    save: 'Save the answers as a file',
    saved: 'The file was saved. Please send it back.',
    needed: 'Please say who filled this in.',
    list: 'One per line',
  },
  de: {
    title: (business: string) => `Fragen von ${business} zu personenbezogenen Daten`,
    lead: (vendor: string) =>
      `Für ${vendor}. Diese Seite arbeitet ohne Internet und verschickt nichts. Füllen Sie sie aus, speichern Sie die Antworten als Datei und senden Sie diese Datei zurück.`,
    yes: 'Ja',
    no: 'Nein',
    unknown: 'Nicht bekannt',
    who: 'Ausgefüllt von (Name und Funktion)',
    save: 'Antworten als Datei speichern',
    saved: 'Die Datei ist gespeichert. Bitte senden Sie sie zurück.',
    needed: 'Bitte sagen Sie, wer das ausgefüllt hat.',
    list: 'Je Zeile ein Eintrag',
  },
} as const;

const escape = (text: string): string =>
  text.replaceAll(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );

/** The page's only script; the page allows exactly this one, by its digest. It reads the form and saves what is in it. */
export const questionnaireScript = `
var form = document.getElementById('questions');
form.addEventListener('submit', function (event) {
  event.preventDefault();
  var status = document.getElementById('status');
  var who = form.elements.namedItem('filledInBy').value.trim();
  if (who === '') { status.textContent = form.dataset.needed; form.elements.namedItem('filledInBy').focus(); return; }
  var answers = {};
  new FormData(form).forEach(function (value, name) {
    if (name.indexOf('q-') === 0 && String(value).trim() !== '') answers[name.slice(2)] = String(value).trim();
  });
  var now = new Date();
  var two = function (part) { return String(part).padStart(2, '0'); };
  var day = now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  var file = { format: 'steward-vendor-answers', version: 1, questionnaire: form.dataset.questionnaire, filledInBy: who, filledInOn: day, answers: answers };
  var link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  link.download = form.dataset.questionnaire + '.json';
  document.body.appendChild(link);
  link.click();
  link.remove();
  status.textContent = form.dataset.saved;
});
`;

type PageOf = Pick<Questionnaire, 'id' | 'language' | 'questions'> & {
  readonly business: string;
  readonly vendor: string;
  /** `sha256-…` of the script. */
  readonly scriptDigest: string;
};

export function questionnairePage({ id, language, questions, business, vendor, scriptDigest }: PageOf): string {
  const w = words[language];
  const policy = `default-src 'none'; script-src '${scriptDigest}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(w.title(business))}</title>
<style>
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #23302b; background: #faf8f4; }
fieldset, .question { margin: 0 0 1rem; padding: 1rem; border: 1px solid #b9b2a3; border-radius: 0.6rem; background: #fff; }
legend, .question > label { font-weight: 650; display: block; }
label.choice { display: inline-block; margin: 0.4rem 1.2rem 0 0; min-height: 1.5rem; }
input[type=text], input[type=date], textarea { width: 100%; box-sizing: border-box; margin-top: 0.4rem; padding: 0.5rem; border: 1px solid #6b7570; border-radius: 0.4rem; font: inherit; }
button { padding: 0.7rem 1.2rem; border: 0; border-radius: 0.5rem; background: #2d6f4c; color: #fff; font: inherit; font-weight: 650; }
:focus-visible { outline: 3px solid #55a078; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escape(w.title(business))}</h1>
<p>${escape(w.lead(vendor))}</p>
<form id="questions" data-questionnaire="${escape(id)}" data-saved="${escape(w.saved)}" data-needed="${escape(w.needed)}">
${questions.map((question) => questionHtml(question, language)).join('\n')}
<div class="question"><label for="who">${escape(w.who)}</label><input id="who" type="text" name="filledInBy" maxlength="160" autocomplete="name"></div>
<p><button type="submit">${escape(w.save)}</button></p>
<p id="status" role="status"></p>
</form>
</main>
<script>${questionnaireScript}</script>
</body>
</html>
`;
}

function questionHtml({ name, words: text, kind }: VendorQuestion, language: 'en' | 'de'): string {
  const w = words[language];
  const field = `q-${escape(name)}`;
  if (kind === 'yes-no') {
    const choices = (
      [
        ['yes', w.yes],
        ['no', w.no],
        ['not-known', w.unknown],
      ] as const
    )
      .map(
        ([value, label]) =>
          `<label class="choice"><input type="radio" name="${field}" value="${value}"> ${escape(label)}</label>`,
      )
      .join('');
    return `<fieldset><legend>${escape(text)}</legend>${choices}</fieldset>`;
  }
  const input =
    kind === 'day'
      ? `<input id="${field}" type="date" name="${field}">`
      : `<textarea id="${field}" name="${field}" rows="${kind === 'list' ? 4 : 3}" maxlength="8000"></textarea>`;
  return `<div class="question"><label for="${field}">${escape(text)}</label>${input}</div>`;
}
