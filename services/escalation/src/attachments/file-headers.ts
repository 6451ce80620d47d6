import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { attachmentHeaders, attachmentLimits, attachmentType } from '#contracts';
import type { AttachmentType } from '#contracts';
import { parseOrProblem, Problem } from '#platform';

/** A file as it is being sent. */
export interface Upload {
  name: string;
  mediaType: AttachmentType;
  /** 0 where its length was not announced. */
  announcedBytes: number;
  /** SHA-256 in base64, where the sender told it. */
  digest?: string;
  body: Readable;
}

/** Bytes of a file, the first and the last of them counted from 0. */
export interface Span {
  first: number;
  last: number;
}

/** @throws Problem `unsupported-media-type`, `too-large`, `validation` with the header it is about */
export function readUpload(headers: IncomingHttpHeaders, body: unknown): Upload {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const mediaType = attachmentType.safeParse(type.trim().toLowerCase());
  if (!mediaType.success || !(body instanceof Readable)) throw noSuchType();
  const announcedBytes = Number(headers['content-length'] ?? 0);
  if (announcedBytes > attachmentLimits.fileBytes) throw tooLarge();
  const told = parseOrProblem(attachmentHeaders, {
    'content-disposition': fileNameIn(headers['content-disposition'] ?? ''),
    'content-digest': headers['content-digest'],
  });
  const digest = told['content-digest']?.slice('sha-256=:'.length, -1);
  const name = told['content-disposition'].normalize('NFC');
  return { name, mediaType: mediaType.data, announcedBytes, ...(digest && { digest }), body };
}

export function tooLarge(): Problem {
  const mebibytes = attachmentLimits.fileBytes / 1_024 / 1_024;
  return new Problem('too-large', { detail: `At most ${mebibytes} MB a file` });
}

export function noSuchType(detail = 'A file of this type cannot lie with a case'): Problem {
  return new Problem('unsupported-media-type', {
    detail,
    extra: { supported: attachmentType.options },
  });
}

/** The name in a Content-Disposition (RFC 6266); that in UTF-8 comes before the one in ASCII. */
function fileNameIn(header: string): string | undefined {
  const encoded = /;\s*filename\*\s*=\s*UTF-8'[\w-]*'([^\s;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decoded(encoded);
  return /;\s*filename\s*=\s*"?([^";]+)/i.exec(header)?.[1];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * What a player asks for to jump within a recording (RFC 9110). Undefined, and so the whole file, where it is
 * no single span of this very file.
 */
export function spanIn(
  { range, 'if-range': condition }: IncomingHttpHeaders,
  bytes: number,
  tag: string,
): Span | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  const isOfAnother = condition !== undefined && condition !== tag;
  if ((from === '' && to === '') || isOfAnother) return undefined;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first <= last ? { first, last } : undefined;
}

/** For a download under its name; browsers keep it, and show nothing of it in a page of ours. */
export function dispositionOf(name: string): string {
  const reserved = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, reserved)}`;
}
