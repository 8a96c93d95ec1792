/** What a client library threw, as one of the closed reasons: nothing of a server's own words goes further. */
import { AppError, unavailable } from '#shared/kernel/failures';
import { placeFailure, type PlaceTrouble } from '../destination';

const byCode: Readonly<Record<string, PlaceTrouble>> = {
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'slow',
  ESOCKETTIMEDOUT: 'slow',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  CERT_HAS_EXPIRED: 'untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted',
};

const byStatus: Readonly<Record<number, PlaceTrouble>> = {
  401: 'wrong-credentials',
  403: 'wrong-credentials',
  404: 'missing',
  405: 'refused',
  409: 'refused',
  423: 'refused',
};

type Said = {
  code?: unknown;
  status?: unknown;
  statusCode?: unknown;
  $metadata?: { httpStatusCode?: unknown };
  cause?: unknown;
};

export function statusOf(error: unknown): number | null {
  const { status, statusCode, $metadata } = (error ?? {}) as Said;
  const found = [status, statusCode, $metadata?.httpStatusCode].find((one) => typeof one === 'number');
  return found ?? null;
}

/** The failure to throw; `missing` is said by callers who know what is missing. */
export function troubleFrom(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = statusOf(error);
  if (status === 507) return unavailable('disk-full', undefined, error);
  for (let at: unknown = error, depth = 0; at !== undefined && at !== null && depth < 5; depth += 1) {
    const { code, cause } = at as Said;
    const reason = typeof code === 'string' ? byCode[code] : undefined;
    if (reason !== undefined) return placeFailure(reason, error);
    at = cause;
  }
  return placeFailure(status === null ? 'unclear' : (byStatus[status] ?? 'unclear'), error);
}

/** Runs `work`; what it throws comes out as a failure of the place. */
export async function naming<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw troubleFrom(error);
  }
}
