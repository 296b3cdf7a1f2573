interface ImportMetaEnv {
  /** Set by `vite.config.ts`: nothing of a workbook is sent. Not there in tests. */
  readonly LOCAL_ONLY: boolean;
}
