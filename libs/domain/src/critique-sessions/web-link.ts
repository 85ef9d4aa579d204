/** Whether it leads somewhere in the web: http or https, with a host, and no name or password in it (rule 14). */
export function isWebLink(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' && username + password === '';
}
