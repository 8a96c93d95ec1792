/** `steward clock`: questions in, dates out, one JSON object a line. Needs no vault and no passphrase. */
import { join } from 'node:path';
import { linesOf } from '#shared/kernel/lines';
import { answerClockLine } from '#shared/content/clock-lines';
import { openContent } from '#main/content/open-content';
import { resourcesFolder } from '#main/files/resources-folder';

/**
 * Answers every line in its order. What is wrong with one line is said on that line; the others go on. Answers to a piece of
 * the input are written before more of it is read, so that whoever sends one line and waits is not left waiting.
 */
export async function answerClocks(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const { clocks } = openContent({ folders: [join(resourcesFolder(), 'content')] });
  let gathered = '';
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => output.write(text, (error) => (error ? reject(error) : resolve())));
  async function* pieces(): AsyncGenerator<string> {
    for await (const piece of input) {
      yield piece as string;
      await write(gathered);
      gathered = '';
    }
  }
  input.setEncoding('utf8');
  // Without a listener a reader that leaves early would end the program as a crash; the failed write says it, too.
  output.on('error', () => undefined);
  try {
    for await (const line of linesOf(pieces())) {
      if (line.trim() !== '') gathered += `${answerClockLine(line, clocks)}\n`;
    }
    await write(gathered);
  } catch (error) {
    // `steward clock < lines | head -1`: nobody reads any more, and nothing is wrong.
    if ((error as { code?: unknown }).code !== 'EPIPE') throw error;
  }
}
