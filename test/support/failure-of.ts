/** What an operation said no with. */
import { AppError, type Failure } from '#shared/kernel/failures';

/** The failure `work` ends with; anything else, a success too, is an error of the test. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  throw new Error('It worked although it should not have.');
}
