/** `steward clock`: questions in, dates out, one JSON object a line. Needs no vault and no passphrase. */
import { join } from 'node:path';
import { linesOf } from '#shared/kernel/lines';
import { answerClockLine } from '#shared/content/clock-lines';
import { openContent } from '#main/content/open-content';
import { resourcesFolder } from '#main/files/resources-folder';

/** So many characters are gathered before they are written; a line by itself would cost a system call each. */
const enough = 65_536;

/** Answers every line in its order. What is wrong with one line is said on that line; the others go on. */
export async function answerClocks(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const { clocks } = openContent({ folders: [join(resourcesFolder(), 'content')] });
  let gathered = '';
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => output.write(text, (error) => (error ? reject(error) : resolve())));
  input.setEncoding('utf8');
  for await (const line of linesOf(input as AsyncIterable<string>)) {
    if (line.trim() === '') continue;
    gathered += `${answerClockLine(line, clocks)}\n`;
    if (gathered.length < enough) continue;
    await write(gathered);
    gathered = '';
  }
  if (gathered !== '') await write(gathered);
}
