interface ImportMetaEnv {
  /** Set by `vite.config.ts`: nothing of a workbook is sent. Not there in tests. */
  readonly LOCAL_ONLY: boolean;
  /** The page is one file with all in it, opened from a disk. */
  readonly SINGLE_FILE: boolean;
  /** What serves the page may have workbooks to try; nothing asks for them where it has none. */
  readonly SAMPLES: boolean;
}
