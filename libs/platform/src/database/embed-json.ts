/**
 * JSON text as part of a larger JSON parameter: as it is, since PostgreSQL keeps the exact text of a json
 * value, or as a string where it holds an escape that PostgreSQL would refuse to read (NUL, half a
 * surrogate pair). Escaping texts of kilobytes a second time would cost more than writing the row.
 */
export function embedJson(text: string): string {
  return text.includes('\\u') ? JSON.stringify(text) : text;
}

/** SQL that gives back the exact text that `embedJson` put into a json column of a recordset. */
export function embeddedText(column: string): string {
  return `case json_typeof(${column}) when 'string' then ${column} #>> '{}' else ${column}::text end`;
}
