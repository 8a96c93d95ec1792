/** The terminal's commands about training. */
import { formatOf, needed, oneOf, pathOf, UsageError } from './arguments';
import type { Command } from './command';

export const trainingCommands: Readonly<Record<string, Command>> = {
  training: {
    says: 'training [list]|begin|import FILE|export --out FILE.csv|.xlsx|.pdf --vault DIR',
    vault: 'open',
    takes: { list: 0, begin: 0, import: 1, export: 0 },
    uses: {
      list: ['user', 'language'],
      begin: ['user'],
      import: ['user'],
      export: ['user', 'language', 'out', 'format'],
    },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      const language = oneOf(values.language, ['en', 'de'], '--language') ?? 'en';
      switch (words[1] ?? 'list') {
        case 'list': {
          const picture = await ask('training', 'picture', { language });
          const nameOf = new Map(picture.members.map(({ id, name }) => [id, name]));
          const titleOf = new Map(picture.courses.map(({ name, title }) => [name, title]));
          return {
            value: picture,
            lines: picture.standings
              .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
              .map(({ member, course, state, dueOn }) =>
                [dueOn, state, nameOf.get(member) ?? member, titleOf.get(course) ?? course].join('\t'),
              ),
          };
        }
        case 'begin': {
          const { taken } = await ask('training', 'begin', {});
          return { value: { taken }, lines: [`Taken into the programme: ${taken.length} courses.`] };
        }
        case 'import': {
          const file = pathOf(needed(words[2], 'The FILE with the attendance'));
          const { digest, rows } = await ask('training', 'previewAttendance', { file });
          const done = await ask('training', 'importAttendance', { file, digest });
          const bad = rows.filter(({ problem }) => problem !== null);
          return {
            value: { ...done, rows: bad },
            lines: [
              `${done.taken} rows taken, ${done.refused} kept with the reason.`,
              ...bad.map(({ row, problem }) => `Row ${row}: ${problem}`),
            ],
          };
        }
        case 'export': {
          const out = pathOf(needed(values.out, '--out FILE'));
          const format = formatOf(given, ['csv', 'xlsx', 'pdf']);
          const done = await ask('training', 'exportRegister', { format, language, file: out });
          return { value: done, lines: [`${done.rows} rows written to ${done.file}, opened again and counted.`] };
        }
        default:
          throw new UsageError(
            'Say: training list, training begin, training import FILE, or training export --out FILE.',
          );
      }
    },
  },
};
