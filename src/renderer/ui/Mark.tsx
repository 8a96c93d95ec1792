/** Steward's mark: a shield with a key's bow, drawn here so that no file has to be fetched. */
export function Mark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 2.5 27 6.4v8.2c0 7-4.4 12.3-11 14.9C9.4 26.9 5 21.6 5 14.6V6.4Z" fill="#55a078" />
      <path d="M16 2.5 27 6.4v8.2c0 7-4.4 12.3-11 14.9Z" fill="#38865c" />
      <circle cx="16" cy="12.4" r="3.6" fill="none" stroke="#fff" strokeWidth="2.4" />
      <path d="M16 16v7.4M16 20.2h3.2" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
