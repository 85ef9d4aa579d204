/** Whether what is said to a host, as it stands in a URL, stays on this machine: only then a password may travel in the clear. */
export const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
