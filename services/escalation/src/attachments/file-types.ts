import type { AttachmentType } from '#contracts';

const startsWith =
  (text: string, at = 0) =>
  (first: Buffer) =>
    first.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
const both = (one: (first: Buffer) => boolean, other: (first: Buffer) => boolean) => {
  return (first: Buffer) => one(first) && other(first);
};
const riff = (kind: string) => both(startsWith('RIFF'), startsWith(kind, 8));
const isoMedia = startsWith('ftyp', 4);
const oldOffice = startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
const zipped = startsWith('PK\x03\x04');
/** No text has this byte, in UTF-8 as in GB 18030; almost every other file has. */
const isText = (first: Buffer) => !first.includes(0);

/** MP3 with its tags in front, or from its first frame on: eleven bits that are set. */
const isMp3 = (first: Buffer) =>
  startsWith('ID3')(first) || (first[0] === 0xff && ((first[1] ?? 0) & 0xe0) === 0xe0);

const starts: Readonly<Record<AttachmentType, (first: Buffer) => boolean>> = {
  'image/jpeg': startsWith('\xff\xd8\xff'),
  'image/png': startsWith('\x89PNG\r\n\x1a\n'),
  'image/gif': startsWith('GIF8'),
  'image/webp': riff('WEBP'),
  'image/heic': isoMedia,
  // Its readers look for it within the first kilobyte.
  'application/pdf': (first) => first.subarray(0, 1_024).includes('%PDF-'),
  'text/plain': isText,
  'text/csv': isText,
  'message/rfc822': isText,
  'audio/mpeg': isMp3,
  'audio/wav': riff('WAVE'),
  'audio/ogg': startsWith('OggS'),
  'audio/amr': startsWith('#!AMR'),
  'audio/mp4': isoMedia,
  'video/mp4': isoMedia,
  'application/msword': oldOffice,
  'application/vnd.ms-excel': oldOffice,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zipped,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zipped,
};

/** Whether a file begins as files of its type do: what a sender calls it proves nothing. */
export function beginsAs(mediaType: AttachmentType, first: Buffer): boolean {
  return starts[mediaType](first);
}
