/** Set up with the board's page. */
export function start(): void {}
