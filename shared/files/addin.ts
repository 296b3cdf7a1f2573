/** The deployed add-in's id: files keep its settings under it. */
export const addinId = '6d0c3a52-8f3e-4a57-9d0b-2b5b1e7c41f0';
