const form = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** The milliseconds since the epoch of an RFC 3339 time; smaller fractions are dropped. */
export function parseTime(text: string): number {
  const parts = form.exec(text);
  if (parts === null) throw new Error(`not an RFC 3339 time: ${text}`);
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millis = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const ahead = (parts[8] === '-' ? -1 : 1) * (Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second, millis) - ahead * 60_000;
}
