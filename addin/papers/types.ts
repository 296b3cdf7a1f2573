/** What browsers call files of these endings. */
const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

export const typeOf = (name: string): string | undefined => types[name.slice(name.lastIndexOf('.') + 1)];
