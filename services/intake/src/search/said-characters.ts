import { classesOfCharacters } from './search-migrations.js';

const everyHan = /[㐀-鿿]/gu;

/** What an index tells of a text that holds `said` (the parameter `at`): its Chinese characters side by side. */
export function neighboursOf(said: string, column: string, at: string): string {
  return said.match(everyHan)!.length > 1
    ? `neighbours(${column}) @> trim_array(neighbours(${at}), 1)`
    : `neighbours(${column}) && ${beforeAnything(at)}`;
}

/** One character, whatever follows it. */
const beforeAnything = (at: string) => `array(
  select regexp_replace(${at}, '[^㐀-鿿]+', '', 'g') || chr(48 + follower)
    from generate_series(0, ${classesOfCharacters}) follower)`;
