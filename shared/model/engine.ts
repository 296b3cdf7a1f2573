/** Version of the engine, as every evaluation, every roll-up and the Worker's health answer name it. */
export const ENGINE = '0.9.0';
