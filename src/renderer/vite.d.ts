/** What Vite adds to a page's modules: styles and images as imports, `import.meta.env`. */
/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Steward's own version, from package.json. */
  readonly STEWARD_VERSION: string;
}
