"""A second verifier of Steward's trail proofs, from docs/trail-format.md alone: verifier.py FILE [KEY]. Python 3, no packages.

With no FILE it reads JSON lines {"proof": …, "key": …} and answers "holds" or the step of section 4 that failed."""
import base64, binascii, functools, hashlib, json, sys

# Ed25519 verification (RFC 8032 section 5.1.7), extended coordinates
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = B - A, E - C, E + C, B + A
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def point_of(raw):
    sign, y = raw[31] >> 7, int.from_bytes(raw, "little") & (2**255 - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=None)
def signed(key, text, signature):
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    one, other = times(s, BASE), add(r, times(h, a))
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def sha256(data):
    return hashlib.sha256(data).digest()


def unbase64(text):
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


def key_id(name, key):
    return sha256(name.encode() + b"\n\x01" + key)[:4]


def read_key(text):
    parts = text.split("+", 2)
    raw = unbase64(parts[2]) if len(parts) == 3 else None
    if raw is None or len(raw) != 33 or raw[0] != 1 or not parts[0] or any(c.isspace() for c in parts[0]):
        return None
    return (parts[0], raw[1:]) if key_id(parts[0], raw[1:]).hex() == parts[1] else None


def open_note(note, name, key):
    if any(ord(c) < 32 and c != "\n" for c in note) or not note.endswith("\n") or "\n\n" not in note:
        return None
    text, found, cut = note[: note.rindex("\n\n") + 1], False, note.rindex("\n\n")
    for line in note[cut + 2 : -1].split("\n"):
        parts = line.split(" ")
        raw = unbase64(parts[2]) if len(parts) == 3 else None
        if raw is None or parts[0] != "\u2014" or len(raw) < 5:
            return None
        if parts[1] == name and raw[:4] == key_id(name, key):
            if len(raw) != 68 or not signed(key, text.encode(), raw[4:]):
                return None
            found = True
    return text if found else None


def read_checkpoint(text):
    lines = text.split("\n")
    if len(lines) < 4 or "" in lines[:-1] or lines[-1] != "":
        return None
    size, root = lines[1], unbase64(lines[2])
    if not (size.isascii() and size.isdigit()) or str(int(size)) != size or root is None or len(root) != 32:
        return None
    return lines[0], int(size), root


def check(proof, trusted=None):
    types = dict(format=str, entry=str, index=int, size=int, path=list, checkpoint=str, key=str)
    if not isinstance(proof, dict) or set(proof) != set(types):
        return 1
    if any(type(proof[name]) is not kind for name, kind in types.items()):
        return 1
    if proof["format"] != "steward-trail-proof/1" or not 0 <= proof["index"] < proof["size"]:
        return 1
    key = read_key(proof["key"])
    if key is None or (trusted is not None and trusted != proof["key"]):
        return 2
    text = open_note(proof["checkpoint"], *key)
    said = None if text is None else read_checkpoint(text)
    if said is None:
        return 3
    if said[0] != key[0] or said[1] != proof["size"]:
        return 4
    try:
        entry = json.loads(proof["entry"])
    except ValueError:
        return 5
    if not isinstance(entry, dict) or entry.get("number") != proof["index"] + 1:
        return 5
    path = [unbase64(p) if isinstance(p, str) else None for p in proof["path"]]
    if any(p is None or len(p) != 32 for p in path):
        return 6
    n, last, digest = proof["index"], proof["size"] - 1, sha256(b"\0" + proof["entry"].encode("utf-8", "replace"))
    for p in path:
        if last == 0:
            return 7
        if n % 2 or n == last:
            digest = sha256(b"\1" + p + digest)
            while n % 2 == 0:
                n, last = n // 2, last // 2
        else:
            digest = sha256(b"\1" + digest + p)
        n, last = n // 2, last // 2
    return "holds" if last == 0 and digest == said[2] else 7


if __name__ == "__main__":
    if len(sys.argv) > 1:
        verdict = check(json.load(open(sys.argv[1], encoding="utf-8")), *sys.argv[2:3])
        print("The proof holds." if verdict == "holds" else f"The proof does not hold: step {verdict}.")
        sys.exit(0 if verdict == "holds" else 1)
    for asked in map(json.loads, sys.stdin):
        print(check(asked["proof"], asked.get("key")))
